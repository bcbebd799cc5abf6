//! The official examples: which form fields each of their programs sends.
//!
//! No program is run and no language is understood. In every language a request is written either as a
//! group of brackets with an entry `content`, as calls with a name and a value, or as the text of a form.

use super::document::Place;
use crate::diagnostics::SourceFile;

/// A request in an example.
#[derive(Debug, Clone)]
pub struct Request {
    /// Value of `content`.
    pub content: String,
    /// Value of `action`.
    pub action: Option<String>,
    /// The other fields, without the token.
    pub fields: Vec<Field>,
    /// Where it is.
    pub place: Place,
}

/// A form field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Wire name, without brackets.
    pub name: String,
    /// The value, where the program has it as a literal.
    pub value: Option<String>,
    /// Line, from 1.
    pub line: usize,
}

/// Whether a file is a program, by its name.
#[must_use]
pub fn is_program(path: &str) -> bool {
    const ENDINGS: [&str; 17] = [
        "php", "py", "r", "sh", "rb", "pl", "pm", "java", "js", "mjs", "ts", "cs", "vb", "go", "jl", "curl",
        "ps1",
    ];
    path.rsplit_once('.').is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_lowercase().as_str()))
}

/// The requests in a program.
#[must_use]
pub fn read(file: &SourceFile) -> Vec<Request> {
    let tokens = tokens(&file.text, &file.path);
    let is_shell = file.path.ends_with(".sh") || file.path.ends_with(".curl");
    let mut requests = if is_shell { forms(&tokens) } else { Vec::new() };
    let mut calls = Vec::new();
    groups(&tokens, &mut requests, &mut calls);
    // Each field has a call of its own.
    requests.push(calls);
    requests.into_iter().filter_map(|fields| request(fields, file)).collect()
}

fn request(fields: Vec<Field>, file: &SourceFile) -> Option<Request> {
    let first = |name: &str| fields.iter().find(|field| field.name == name);
    let content = first("content")?;
    let value = content.value.clone()?;
    let place = Place { file: file.path.clone(), line: content.line };
    let action = first("action").and_then(|field| field.value.clone());
    let mut kept: Vec<Field> = Vec::new();
    for field in fields.into_iter().filter(|one| !["token", "content", "action"].contains(&one.name.as_str()))
    {
        if !kept.iter().any(|one| one.name == field.name) {
            kept.push(field);
        }
    }
    Some(Request { content: value, action, fields: kept, place })
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    /// A literal.
    Text(String),
    /// A name or a number.
    Word(String),
    /// `=>`, `=`, `:`, `<-` between a name and its value.
    Is,
    Open,
    Close,
    Comma,
    Other,
}

/// The tokens of a program with their lines. Comments are left out.
fn tokens(text: &str, path: &str) -> Vec<(Token, usize)> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    let has_hash = ["php", "py", "r", "sh", "rb", "pl", "pm", "jl", "ps1", "curl"].contains(&ending.as_str());
    let has_slashes = ["php", "java", "js", "mjs", "ts", "cs", "go"].contains(&ending.as_str());
    let mut tokens = Vec::new();
    let mut line = 1;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let mut length = first.len_utf8();
        let comments = (has_hash && first == '#') || (has_slashes && rest.starts_with("//"));
        let token = match first {
            _ if comments => {
                length = rest.find('\n').unwrap_or(rest.len());
                None
            }
            _ if has_slashes && rest.starts_with("/*") => {
                length = rest.find("*/").map_or(rest.len(), |end| end + 2);
                None
            }
            '"' | '\'' | '`' => {
                let (value, read) = literal(rest, first);
                length = read;
                Some(Token::Text(value))
            }
            '(' | '[' | '{' => Some(Token::Open),
            ')' | ']' | '}' => Some(Token::Close),
            ',' => Some(Token::Comma),
            '=' if rest.starts_with("==") => {
                length = 2;
                Some(Token::Other)
            }
            '=' | '<' if rest.starts_with("=>") || rest.starts_with("<-") => {
                length = 2;
                Some(Token::Is)
            }
            '=' => Some(Token::Is),
            // `:content` is a name in Ruby, `'content':` is one in Python.
            ':' if rest[1..].starts_with(|next: char| next.is_ascii_alphabetic()) => None,
            ':' => Some(Token::Is),
            _ if first.is_alphanumeric() || first == '_' || first == '$' => {
                length =
                    rest.find(|c: char| !c.is_alphanumeric() && !"_$.".contains(c)).unwrap_or(rest.len());
                Some(Token::Word(rest[..length].to_owned()))
            }
            _ if first.is_whitespace() => None,
            _ => Some(Token::Other),
        };
        tokens.extend(token.map(|token| (token, line)));
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// The value of the literal at the beginning, and its length with quotes.
fn literal(text: &str, quote: char) -> (String, usize) {
    let mut value = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == quote {
            return (value, at + 1);
        }
        if character == '\\' {
            value.extend(characters.next().map(|(_, escaped)| escaped));
        } else {
            value.push(character);
        }
    }
    (value, text.len())
}

/// Collects the groups of brackets that are a request each, and the fields that have a call of their own.
fn groups(tokens: &[(Token, usize)], requests: &mut Vec<Vec<Field>>, calls: &mut Vec<Field>) {
    for (start, _) in tokens.iter().enumerate().filter(|(_, (token, _))| *token == Token::Open) {
        let entries = entries(&tokens[start + 1..]);
        let fields: Vec<Field> = entries.iter().filter_map(|entry| field(entry)).collect();
        if fields.iter().any(|field| field.name == "content" && field.value.is_some()) {
            requests.push(fields);
        } else if let [name, value] = entries.as_slice()
            && let [(Token::Text(name), line)] = name
            && let Some(name) = wire_name(name)
        {
            calls.push(Field { name, value: value_of(value), line: *line });
        }
    }
}

/// The entries of a group: what stands between its commas, up to its closing bracket.
fn entries(tokens: &[(Token, usize)]) -> Vec<&[(Token, usize)]> {
    let (mut entries, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, (token, _)) in tokens.iter().enumerate() {
        match token {
            Token::Open => depth += 1,
            Token::Close if depth == 0 => {
                entries.push(&tokens[start..at]);
                break;
            }
            Token::Close => depth -= 1,
            Token::Comma if depth == 0 => {
                entries.push(&tokens[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    entries.retain(|entry| !entry.is_empty());
    entries
}

/// The field that an entry of a group sets.
fn field(entry: &[(Token, usize)]) -> Option<Field> {
    let [(Token::Text(name) | Token::Word(name), line), (Token::Is, _), value @ ..] = entry else {
        return None;
    };
    Some(Field { name: wire_name(name)?, value: value_of(value), line: *line })
}

/// The value where it is one literal or number.
fn value_of(value: &[(Token, usize)]) -> Option<String> {
    match value {
        [(Token::Text(text), _)] => Some(text.clone()),
        [(Token::Word(word), _)] if word.bytes().all(|byte| byte.is_ascii_digit()) => Some(word.clone()),
        _ => None,
    }
}

/// The requests in a shell script: `token=…&content=arm` in a text, or an option for each field.
fn forms(tokens: &[(Token, usize)]) -> Vec<Vec<Field>> {
    let mut forms: Vec<Vec<Field>> = vec![Vec::new()];
    let mut push = |name: &str, value: Option<String>, line: usize| {
        let Some(name) = wire_name(name) else { return };
        // What comes once in a request begins the next one when it comes again.
        let begins = ["token", "content"].contains(&name.as_str());
        let has_it = forms.last().is_some_and(|form| form.iter().any(|one| one.name == name));
        if begins && has_it {
            forms.push(Vec::new());
        }
        if let Some(form) = forms.last_mut() {
            form.push(Field { name, value, line });
        }
    };
    for (at, (token, line)) in tokens.iter().enumerate() {
        let option = match at.checked_sub(1).map(|before| &tokens[before].0) {
            Some(Token::Word(word)) if ["F", "d", "form", "data", "urlencode"].contains(&word.as_str()) => {
                word
            }
            _ => "",
        };
        // `--data-urlencode data@rows.csv` sends the content of a file.
        let reads_file = option == "urlencode";
        match (token, tokens.get(at + 1).map(|(next, _)| next)) {
            (Token::Text(text), _) => {
                for part in text.split('&') {
                    let pair = part.split_once('=').or_else(|| part.split_once('@').filter(|_| reads_file));
                    // What the shell puts in is not known.
                    if let Some((name, value)) = pair {
                        push(name, (!value.contains('$')).then(|| value.to_owned()), *line);
                    }
                }
            }
            (Token::Word(name), Some(Token::Is)) if !option.is_empty() => {
                push(name, tokens.get(at + 2).and_then(|value| value_of(std::slice::from_ref(value))), *line);
            }
            (Token::Word(name), Some(Token::Other)) if reads_file => push(name, None, *line),
            _ => {}
        }
    }
    forms
}

/// A name of a form field without the index of a list.
fn wire_name(name: &str) -> Option<String> {
    let name = name.split('[').next().unwrap_or(name);
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then(|| name.to_owned())
}
