//! What logic is translated into: instructions for a stack of values.
//!
//! A flat list needs no recursion to run, copy or drop, so that no nesting, however deep, exhausts the stack.

use super::Scope;
use super::functions::{Body, Function};
use super::reference::{Reference, SmartVariable};
use super::value::{Comparison, Value, compare};

/// One step. Operators take their operands from the stack of values and put their result there.
#[derive(Debug, Clone)]
pub(super) enum Instruction {
    Number(f64),
    Text(String),
    Field(Reference),
    Smart(SmartVariable),
    Prefix(Prefix),
    Binary(Binary),
    /// Calls a function with that many values.
    Call(&'static Function, usize),
}

/// An operator before its operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefix {
    /// The word `not`, which binds less than comparisons.
    Not,
    /// `!`, which binds as tightly as a sign.
    Bang,
    Minus,
    Plus,
}

/// An operator between its operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Binary {
    Or,
    And,
    Compare(Comparison),
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

/// The result of running the instructions for the record that `scope` stands for.
pub(super) fn run(program: &[Instruction], scope: &dyn Scope) -> Value {
    let mut stack = Vec::new();
    for instruction in program {
        let result = match instruction {
            Instruction::Number(number) => Value::Number(*number),
            Instruction::Text(text) => Value::text(text.as_str()),
            Instruction::Field(reference) => scope.field(reference).map_or(Value::Blank, Value::text),
            Instruction::Smart(variable) => {
                scope.smart(&variable.name, &variable.arguments).map_or(Value::Blank, Value::text)
            }
            Instruction::Prefix(operator) => prefix(*operator, &pop(&mut stack)),
            Instruction::Binary(operator) => {
                let (right, left) = (pop(&mut stack), pop(&mut stack));
                binary(*operator, &left, &right)
            }
            Instruction::Call(function, count) => {
                let values = stack.split_off(stack.len().saturating_sub(*count));
                match function.body {
                    Body::Plain(body) => body(&values),
                    Body::Scoped(body) => body(&values, scope),
                }
            }
        };
        stack.push(result);
    }
    pop(&mut stack)
}

/// The value on top. The parser emits every operand before its operator, so there is one.
fn pop(stack: &mut Vec<Value>) -> Value {
    stack.pop().unwrap_or(Value::Blank)
}

fn prefix(operator: Prefix, operand: &Value) -> Value {
    match operator {
        Prefix::Not | Prefix::Bang => Value::truth(!operand.is_true()),
        Prefix::Minus => operand.as_number().map_or(Value::Blank, |number| Value::number(-number)),
        Prefix::Plus => operand.as_number().map_or(Value::Blank, Value::number),
    }
}

fn binary(operator: Binary, left: &Value, right: &Value) -> Value {
    match operator {
        Binary::Or => Value::truth(left.is_true() || right.is_true()),
        Binary::And => Value::truth(left.is_true() && right.is_true()),
        Binary::Compare(comparison) => Value::truth(compare(comparison, left, right)),
        Binary::Add => arithmetic(left, right, |left, right| left + right),
        Binary::Subtract => arithmetic(left, right, |left, right| left - right),
        Binary::Multiply => arithmetic(left, right, |left, right| left * right),
        // Dividing by zero gives infinity, which is no result.
        Binary::Divide => arithmetic(left, right, |left, right| left / right),
        Binary::Power => arithmetic(left, right, f64::powf),
    }
}

/// An operand that is blank or no number makes the result blank.
fn arithmetic(left: &Value, right: &Value, operation: fn(f64, f64) -> f64) -> Value {
    match (left.as_number(), right.as_number()) {
        (Some(left), Some(right)) => Value::number(operation(left, right)),
        _ => Value::Blank,
    }
}
