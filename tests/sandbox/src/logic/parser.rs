//! Translates tokens into instructions.
//!
//! Operators and open parentheses wait on a stack until their operands are complete; nothing recurses.

use std::collections::HashSet;
use std::hash::Hash;

use super::error::Fault;
use super::functions::{self, Function};
use super::lexer::{Kind, Symbol, Token, shortened, tokens};
use super::program::{Binary, Instruction, Prefix};
use super::reference::{Bracketed, Reference, SmartVariable, read};
use super::value::Comparison;

/// Instructions with everything that they refer to, each once, in order of appearance.
#[derive(Debug, Clone)]
pub(super) struct Parsed {
    pub(super) program: Vec<Instruction>,
    pub(super) references: Vec<Reference>,
    pub(super) smart_variables: Vec<SmartVariable>,
}

/// Reads the whole of `text` as one expression.
pub(super) fn parse(text: &str) -> Result<Parsed, Fault> {
    let (tokens, unreadable) = tokens(text);
    let mut parser = Parser {
        tokens,
        position: 0,
        pending: Vec::new(),
        program: Vec::new(),
        references: Distinct::new(),
        smart_variables: Distinct::new(),
    };
    let result = parser.expression();
    match unreadable {
        // The parser has come to where no tokens could be made, so nothing before that place is wrong.
        Some(fault) if *parser.peek() == Kind::End => Err(fault),
        _ => result.map(|()| Parsed {
            program: parser.program,
            references: parser.references.in_order,
            smart_variables: parser.smart_variables.in_order,
        }),
    }
}

/// What must follow.
#[derive(PartialEq, Eq)]
enum Next {
    Operand,
    Finished,
}

/// What waits for its last operand or for its closing parenthesis.
enum Pending {
    Prefix(Prefix),
    Binary(Binary),
    Parenthesis { offset: usize },
    Call { offset: usize, named: usize, function: &'static Function, complete: usize },
}

impl Pending {
    /// How tightly an operator holds its operands; 0 for what only a parenthesis ends.
    fn strength(&self) -> u8 {
        match self {
            Self::Parenthesis { .. } | Self::Call { .. } => 0,
            Self::Binary(operator) => strength(*operator),
            Self::Prefix(Prefix::Not) => 3,
            Self::Prefix(_) => 7,
        }
    }
}

fn strength(operator: Binary) -> u8 {
    match operator {
        Binary::Or => 1,
        Binary::And => 2,
        Binary::Compare(_) => 4,
        Binary::Add | Binary::Subtract => 5,
        Binary::Multiply | Binary::Divide => 6,
        Binary::Power => 8,
    }
}

/// Values without repetition.
struct Distinct<T> {
    seen: HashSet<T>,
    in_order: Vec<T>,
}

impl<T: Clone + Eq + Hash> Distinct<T> {
    fn new() -> Self {
        Self { seen: HashSet::new(), in_order: Vec::new() }
    }

    fn note(&mut self, value: &T) {
        if self.seen.insert(value.clone()) {
            self.in_order.push(value.clone());
        }
    }
}

struct Parser {
    tokens: Vec<Token>,
    position: usize,
    pending: Vec<Pending>,
    program: Vec<Instruction>,
    references: Distinct<Reference>,
    smart_variables: Distinct<SmartVariable>,
}

impl Parser {
    /// The token at hand. The list ends with a token that is never passed, so there always is one.
    fn token(&self) -> &Token {
        &self.tokens[self.position.min(self.tokens.len() - 1)]
    }

    fn peek(&self) -> &Kind {
        &self.token().kind
    }

    fn follows(&self, symbol: Symbol, distance: usize) -> bool {
        self.tokens.get(self.position + distance).is_some_and(|token| token.kind == Kind::Symbol(symbol))
    }

    fn fault(&self, problem: impl Into<String>) -> Fault {
        Fault::new(self.token().offset, problem)
    }

    fn unexpected(&self, expected: &str) -> Fault {
        let found = match self.peek() {
            Kind::End => "the logic ends too early".to_owned(),
            Kind::Number(number) => format!("the number {number} is out of place"),
            Kind::Text(text) => format!("the text '{}' is out of place", shortened(text)),
            Kind::Brackets(groups) => {
                let content = groups.first().map_or("", |group| group.content.as_str());
                format!("`[{}]` is out of place", shortened(content))
            }
            Kind::Word(word) => format!("`{}` is out of place", shortened(word)),
            Kind::Symbol(symbol) => format!("`{}` is out of place", symbol.spelling()),
        };
        self.fault(found).expected(expected)
    }

    fn value_expected(&self) -> Fault {
        self.unexpected("a value: a field, number, quoted text, function or parenthesis")
    }

    fn expression(&mut self) -> Result<(), Fault> {
        if self.peek() == &Kind::End {
            return Err(Fault::new(0, "there is no logic here").expected("a condition or a calculation"));
        }
        loop {
            self.operand()?;
            if self.after_operand()? == Next::Finished {
                return Ok(());
            }
        }
    }

    /// Passes over one operand's prefixes and opening parentheses, and the operand itself.
    fn operand(&mut self) -> Result<(), Fault> {
        loop {
            let found = match self.peek() {
                Kind::Number(number) => Some(Instruction::Number(*number)),
                // Blank is documented to be written either as empty quotes or as "NaN".
                Kind::Text(text) if text == "NaN" => Some(Instruction::Text(String::new())),
                Kind::Text(text) => Some(Instruction::Text(text.clone())),
                Kind::Brackets(_) => Some(self.brackets()?),
                Kind::Word(_) => self.word()?,
                Kind::Symbol(symbol) => {
                    let waiting = self.opening(*symbol)?;
                    self.pending.push(waiting);
                    None
                }
                Kind::End => return Err(self.value_expected()),
            };
            self.position += 1;
            if let Some(instruction) = found {
                self.program.push(instruction);
                return Ok(());
            }
        }
    }

    fn brackets(&mut self) -> Result<Instruction, Fault> {
        let Kind::Brackets(groups) = self.peek() else { return Err(self.value_expected()) };
        Ok(match read(groups)? {
            Bracketed::Field(reference) => {
                self.references.note(&reference);
                Instruction::Field(reference)
            }
            Bracketed::Smart(variable) => {
                self.smart_variables.note(&variable);
                Instruction::Smart(variable)
            }
        })
    }

    fn opening(&self, symbol: Symbol) -> Result<Pending, Fault> {
        match symbol {
            Symbol::Plus => Ok(Pending::Prefix(Prefix::Plus)),
            Symbol::Minus => Ok(Pending::Prefix(Prefix::Minus)),
            Symbol::Bang => Ok(Pending::Prefix(Prefix::Bang)),
            Symbol::Open if self.follows(Symbol::Close, 1) => {
                Err(Fault::new(self.token().offset + 1, "there is nothing between these parentheses")
                    .expected("an expression"))
            }
            Symbol::Open => Ok(Pending::Parenthesis { offset: self.token().offset }),
            _ => Err(self.value_expected()),
        }
    }

    /// A word where an operand should be: `not`, a constant, or a function up to its parenthesis.
    fn word(&mut self) -> Result<Option<Instruction>, Fault> {
        let Kind::Word(word) = self.peek() else { return Err(self.value_expected()) };
        let name = word.to_ascii_lowercase();
        let called = self.follows(Symbol::Open, 1);
        match (name.as_str(), called) {
            ("and" | "or", _) => Err(self.value_expected()),
            ("not", _) if self.may_start_condition() => {
                self.pending.push(Pending::Prefix(Prefix::Not));
                Ok(None)
            }
            // Within arithmetic or after a comparison, only what is in the parentheses is negated.
            ("not", true) => {
                self.pending.push(Pending::Prefix(Prefix::Bang));
                Ok(None)
            }
            ("not", false) => Err(self.unexpected("parentheses around what is negated")),
            ("true", false) => Ok(Some(Instruction::Number(1.0))),
            ("false", false) => Ok(Some(Instruction::Number(0.0))),
            ("today" | "now", false) => Ok(Some(Instruction::Text(name))),
            (_, true) => match functions::find(&name) {
                Some(function) => self.open_call(function).map(|()| None),
                None => Err(self.fault(format!("there is no function `{}`", shortened(&name)))),
            },
            (_, false) if functions::find(&name).is_some() => {
                Err(self.fault(format!("`{name}` needs parentheses")).expected(format!("`{name}(…)`")))
            }
            (_, false) => Err(self
                .fault(format!("`{}` means nothing by itself", shortened(&name)))
                .expected("quotes around text, or square brackets around the name of a field")),
        }
    }

    fn may_start_condition(&self) -> bool {
        self.pending.last().is_none_or(|last| last.strength() <= Pending::Prefix(Prefix::Not).strength())
    }

    fn open_call(&mut self, function: &'static Function) -> Result<(), Fault> {
        let named = self.token().offset;
        self.position += 1;
        if self.follows(Symbol::Close, 1) {
            return Err(wrong_arity(named, function, 0));
        }
        self.pending.push(Pending::Call { offset: self.token().offset, named, function, complete: 0 });
        Ok(())
    }

    /// Passes over what follows an operand: closing parentheses, then an operator, a comma, or the end.
    fn after_operand(&mut self) -> Result<Next, Fault> {
        loop {
            if let Some(operator) = self.binary_operator() {
                self.push_binary(operator)?;
                self.position += 1;
                return Ok(Next::Operand);
            }
            match self.peek() {
                Kind::Symbol(Symbol::Comma) => {
                    self.comma()?;
                    self.position += 1;
                    return Ok(Next::Operand);
                }
                Kind::Symbol(Symbol::Close) => {
                    self.close()?;
                    self.position += 1;
                }
                Kind::End => return self.finish(),
                _ if self.is_open() => return Err(self.unexpected("an operator or `)`")),
                _ => return Err(self.unexpected("an operator, or the end")),
            }
        }
    }

    fn is_open(&self) -> bool {
        self.pending.iter().any(|pending| pending.strength() == 0)
    }

    fn binary_operator(&self) -> Option<Binary> {
        match self.peek() {
            Kind::Word(word) if word.eq_ignore_ascii_case("or") => Some(Binary::Or),
            Kind::Word(word) if word.eq_ignore_ascii_case("and") => Some(Binary::And),
            Kind::Symbol(symbol) => match symbol {
                Symbol::Plus => Some(Binary::Add),
                Symbol::Minus => Some(Binary::Subtract),
                Symbol::Times => Some(Binary::Multiply),
                Symbol::Divide => Some(Binary::Divide),
                Symbol::Caret => Some(Binary::Power),
                Symbol::Equal => Some(Binary::Compare(Comparison::Equal)),
                Symbol::NotEqual => Some(Binary::Compare(Comparison::NotEqual)),
                Symbol::Less => Some(Binary::Compare(Comparison::Less)),
                Symbol::LessOrEqual => Some(Binary::Compare(Comparison::LessOrEqual)),
                Symbol::Greater => Some(Binary::Compare(Comparison::Greater)),
                Symbol::GreaterOrEqual => Some(Binary::Compare(Comparison::GreaterOrEqual)),
                Symbol::Open | Symbol::Close | Symbol::Comma | Symbol::Bang => None,
            },
            _ => None,
        }
    }

    fn push_binary(&mut self, operator: Binary) -> Result<(), Fault> {
        // Powers group from the right, so one that waits must not be completed by the next.
        let chained = matches!(operator, Binary::Compare(_) | Binary::Power);
        self.complete(strength(operator) + u8::from(chained));
        if let (Binary::Compare(_), Some(Pending::Binary(Binary::Compare(_)))) =
            (operator, self.pending.last())
        {
            return Err(self
                .fault("comparisons cannot be chained")
                .expected("`and` between two comparisons"));
        }
        self.pending.push(Pending::Binary(operator));
        Ok(())
    }

    /// Emits the waiting operators that bind at least as tightly as `least`.
    fn complete(&mut self, least: u8) {
        while let Some(last) = self.pending.last() {
            let instruction = match last {
                Pending::Binary(operator) if last.strength() >= least => Instruction::Binary(*operator),
                Pending::Prefix(operator) if last.strength() >= least => Instruction::Prefix(*operator),
                _ => return,
            };
            self.pending.pop();
            self.program.push(instruction);
        }
    }

    fn comma(&mut self) -> Result<(), Fault> {
        self.complete(1);
        match self.pending.last_mut() {
            Some(Pending::Call { complete, .. }) => {
                *complete += 1;
                Ok(())
            }
            Some(_) => Err(self.unexpected("an operator or `)`")),
            None => Err(self.fault("a comma only separates the values of a function")),
        }
    }

    fn close(&mut self) -> Result<(), Fault> {
        self.complete(1);
        match self.pending.pop() {
            Some(Pending::Call { named, function, complete, .. }) => {
                let count = complete + 1;
                if !function.takes(count) {
                    return Err(wrong_arity(named, function, count));
                }
                self.program.push(Instruction::Call(function, count));
                Ok(())
            }
            Some(_) => Ok(()),
            None => Err(self.fault("this parenthesis was never opened")),
        }
    }

    fn finish(&mut self) -> Result<Next, Fault> {
        self.complete(1);
        match self.pending.last() {
            Some(Pending::Parenthesis { offset } | Pending::Call { offset, .. }) => {
                Err(Fault::new(*offset, "this parenthesis is never closed").expected("a closing `)`"))
            }
            _ => Ok(Next::Finished),
        }
    }
}

fn wrong_arity(named: usize, function: &Function, count: usize) -> Fault {
    let plural = if count == 1 { "" } else { "s" };
    Fault::new(named, format!("`{}` does not take {count} value{plural}", function.name))
        .expected(function.arity())
}
