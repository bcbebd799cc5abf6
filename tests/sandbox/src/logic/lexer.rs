//! Cuts the text of a logic into tokens.

use super::error::Fault;

/// Operators and punctuation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Symbol {
    Open,
    Close,
    Comma,
    Plus,
    Minus,
    Times,
    Divide,
    Caret,
    Bang,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Symbol {
    /// How it is written, the documented way.
    pub(super) fn spelling(self) -> &'static str {
        match self {
            Self::Open => "(",
            Self::Close => ")",
            Self::Comma => ",",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Times => "*",
            Self::Divide => "/",
            Self::Caret => "^",
            Self::Bang => "!",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// What a token is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Kind {
    /// An unquoted number.
    Number(f64),
    /// Text between quotes, without them.
    Text(String),
    /// What stands between square brackets. Brackets that touch each other are one chain.
    Brackets(Vec<Group>),
    /// An unquoted word: a keyword or the name of a function.
    Word(String),
    /// An operator or punctuation.
    Symbol(Symbol),
    /// The end of the text.
    End,
}

/// One pair of square brackets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Group {
    /// Character offset of the opening bracket.
    pub(super) offset: usize,
    /// The text between the brackets.
    pub(super) content: String,
}

/// A token and where it starts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) offset: usize,
}

/// Cuts `text` into tokens; the last one is always [`Kind::End`].
///
/// What cannot be cut ends the list early and is returned beside it, because a mistake further left is the one
/// to report.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Option<Fault>) {
    let mut lexer = Lexer { characters: text.chars().collect(), position: 0, line_is_blank: true };
    let mut tokens = Vec::new();
    loop {
        match lexer.next() {
            Ok(token) => {
                let end = token.kind == Kind::End;
                tokens.push(token);
                if end {
                    return (tokens, None);
                }
            }
            Err(fault) => {
                tokens.push(Token { kind: Kind::End, offset: lexer.position });
                return (tokens, Some(fault));
            }
        }
    }
}

struct Lexer {
    characters: Vec<char>,
    position: usize,
    /// Whether only white space was seen on the current line, so that a comment may start.
    line_is_blank: bool,
}

impl Lexer {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.position).copied()
    }

    fn follows(&self, distance: usize) -> Option<char> {
        self.characters.get(self.position + distance).copied()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let start = self.position;
        while self.peek().is_some_and(&wanted) {
            self.position += 1;
        }
        self.characters[start..self.position].iter().collect()
    }

    fn next(&mut self) -> Result<Token, Fault> {
        self.skip_blanks_and_comments();
        let offset = self.position;
        let Some(character) = self.peek() else { return Ok(Token { kind: Kind::End, offset }) };
        self.line_is_blank = false;
        let kind = match character {
            '\'' | '"' => self.text(character)?,
            '[' => self.brackets()?,
            '0'..='9' => self.number()?,
            '.' if self.follows(1).is_some_and(|next| next.is_ascii_digit()) => self.number()?,
            'a'..='z' | 'A'..='Z' | '_' => {
                Kind::Word(self.take_while(|c| c.is_ascii_alphanumeric() || c == '_'))
            }
            _ => self.symbol(character)?,
        };
        Ok(Token { kind, offset })
    }

    /// A line whose first visible characters are `#` or `//` is a comment.
    fn skip_blanks_and_comments(&mut self) {
        while let Some(character) = self.peek() {
            if character == '\n' {
                self.line_is_blank = true;
                self.position += 1;
            } else if character.is_whitespace() {
                self.position += 1;
            } else if self.line_is_blank
                && (character == '#' || (character == '/' && self.follows(1) == Some('/')))
            {
                self.take_while(|c| c != '\n');
            } else {
                return;
            }
        }
    }

    fn text(&mut self, quote: char) -> Result<Kind, Fault> {
        let start = self.position;
        self.position += 1;
        let content = self.take_while(|c| c != quote);
        if self.peek().is_none() {
            return Err(
                Fault::new(start, "this quoted text is never closed").expected(format!("a closing {quote}"))
            );
        }
        self.position += 1;
        Ok(Kind::Text(content))
    }

    fn brackets(&mut self) -> Result<Kind, Fault> {
        let mut groups = Vec::new();
        while self.peek() == Some('[') {
            let offset = self.position;
            self.position += 1;
            let content = self.take_while(|c| !matches!(c, '[' | ']' | '\n' | '\'' | '"'));
            if self.peek() != Some(']') {
                return Err(
                    Fault::new(offset, "this square bracket is never closed").expected("a closing `]`")
                );
            }
            self.position += 1;
            groups.push(Group { offset, content });
        }
        Ok(Kind::Brackets(groups))
    }

    fn number(&mut self) -> Result<Kind, Fault> {
        let start = self.position;
        let mut digits = self.take_while(|c| c.is_ascii_digit());
        if self.peek() == Some('.') {
            self.position += 1;
            digits.push('.');
            digits.push_str(&self.take_while(|c| c.is_ascii_digit()));
        }
        if self.peek().is_some_and(|c| c.is_alphabetic() || c == '_' || c == '.') {
            let rest = self.take_while(|c| c.is_alphanumeric() || c == '_' || c == '.');
            return Err(Fault::new(start, format!("`{}` is not a number", shortened(&(digits + &rest))))
                .expected("a number, or quotes around text"));
        }
        match digits.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok(Kind::Number(value)),
            _ => Err(Fault::new(start, "this number is too large")),
        }
    }

    fn symbol(&mut self, character: char) -> Result<Kind, Fault> {
        let (symbol, length) = match (character, self.follows(1)) {
            ('=', Some('=')) => (Symbol::Equal, 2),
            ('=', _) => (Symbol::Equal, 1),
            ('!', Some('=')) | ('<', Some('>')) => (Symbol::NotEqual, 2),
            ('!', _) => (Symbol::Bang, 1),
            ('<', Some('=')) => (Symbol::LessOrEqual, 2),
            ('<', _) => (Symbol::Less, 1),
            ('>', Some('=')) => (Symbol::GreaterOrEqual, 2),
            ('>', _) => (Symbol::Greater, 1),
            ('/', Some('/')) => return Err(self.misplaced_comment()),
            ('#', _) => return Err(self.misplaced_comment()),
            ('(', _) => (Symbol::Open, 1),
            (')', _) => (Symbol::Close, 1),
            (',', _) => (Symbol::Comma, 1),
            ('+', _) => (Symbol::Plus, 1),
            ('-', _) => (Symbol::Minus, 1),
            ('*', _) => (Symbol::Times, 1),
            ('/', _) => (Symbol::Divide, 1),
            ('^', _) => (Symbol::Caret, 1),
            _ => return Err(self.stray(character)),
        };
        self.position += length;
        Ok(Kind::Symbol(symbol))
    }

    fn misplaced_comment(&self) -> Fault {
        Fault::new(self.position, "a comment must stand on a line of its own")
    }

    fn stray(&self, character: char) -> Fault {
        let fault = Fault::new(self.position, format!("`{}` has no meaning here", character.escape_debug()));
        match character {
            '&' => fault.expected("the word `and`"),
            '|' => fault.expected("the word `or`"),
            '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => fault.expected("straight quotes, ' or \""),
            ']' => fault.expected("an opening `[` before it"),
            '{' | '}' => fault.expected("square brackets around field names"),
            _ => fault,
        }
    }
}

/// The start of a text, for messages that must not grow with what was sent.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<Kind> {
        let (tokens, fault) = tokens(text);
        assert!(fault.is_none(), "{text}: {fault:?}");
        tokens.into_iter().map(|token| token.kind).collect()
    }

    fn groups(text: &str) -> Vec<String> {
        match kinds(text).swap_remove(0) {
            Kind::Brackets(groups) => groups.into_iter().map(|group| group.content).collect(),
            other => panic!("not brackets: {other:?}"),
        }
    }

    #[test]
    fn reads_operators_longest_first() {
        let symbols = kinds("= == != <> < <= > >= !");
        let expected = [
            Symbol::Equal,
            Symbol::Equal,
            Symbol::NotEqual,
            Symbol::NotEqual,
            Symbol::Less,
            Symbol::LessOrEqual,
            Symbol::Greater,
            Symbol::GreaterOrEqual,
            Symbol::Bang,
        ];
        let expected = expected.into_iter().map(Kind::Symbol).chain([Kind::End]).collect::<Vec<_>>();
        assert_eq!(symbols, expected);
    }

    #[test]
    fn reads_numbers_and_both_kinds_of_quotes() {
        assert_eq!(
            kinds("1 .5 2.25 'a\"b' \"it's\""),
            [
                Kind::Number(1.0),
                Kind::Number(0.5),
                Kind::Number(2.25),
                Kind::Text("a\"b".into()),
                Kind::Text("it's".into()),
                Kind::End
            ]
        );
    }

    #[test]
    fn joins_brackets_that_touch() {
        assert_eq!(groups("[visit_arm_1][f(1)][2]"), ["visit_arm_1", "f(1)", "2"]);
        assert_eq!(kinds("[a] [b]").len(), 3);
    }

    #[test]
    fn skips_comment_lines_only() {
        assert_eq!(kinds("# why\n  // more\n1\n#last"), [Kind::Number(1.0), Kind::End]);
        assert_eq!(kinds("'a # b'"), [Kind::Text("a # b".into()), Kind::End]);
        assert!(tokens("1 // after").1.is_some());
        assert!(tokens("1 # after").1.is_some());
    }

    #[test]
    fn refuses_what_it_cannot_cut() {
        for text in
            ["'open", "\"open", "[open", "[a[b]]", "['a']", "1.2.3", "12abc", "a && b", "“x”", "{x}", "]"]
        {
            assert!(tokens(text).1.is_some(), "{text}");
        }
    }
}
