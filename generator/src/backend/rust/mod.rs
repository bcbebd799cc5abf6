//! The Rust client: the hand-written runtime as it is, and the typed methods made from the view.

mod answers;
mod call_facts;
mod docs;
mod enums;
mod examples;
mod format;
mod method_docs;
mod methods;
mod names;
mod shapes;
mod types;
mod wire;

use std::collections::BTreeSet;

use minijinja::context;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Backend, BackendError, Emitted, Input};
use crate::model::{Example, Group, Method};
use crate::output::FileSet;
use crate::parallel;
use crate::view::View;
use types::{Catalog, NAMES, VALUES, ident};

pub use call_facts::{CallFacts, call_facts};

/// Where the manifest of the runtime goes on with what a generated crate has no use for.
const MANIFEST_END: &str = "\n# From here on nothing is in the generated crate.\n";
/// Folder of the runtime below `templates/`.
const RUNTIME: &str = "rust-client/";
/// Folder of the examples below it. They call typed methods, which the runtime alone does not have.
const COOKBOOK: &str = "cookbook/";

/// Emits the crate `redcap` below `rust/`.
#[derive(Debug)]
pub struct Rust;

impl Backend for Rust {
    fn id(&self) -> &'static str {
        "rust"
    }

    fn emit(&self, input: &Input<'_>) -> Result<Emitted, BackendError> {
        let view = input.view;
        let catalog = Catalog::new(view);
        let mut files = FileSet::new(self.id());
        let mut made = BTreeSet::new();
        let mut tested = Vec::new();
        let groups = &view.model.groups;
        let emitted = parallel::map(groups, |group| {
            let methods: Vec<&Method> = view.methods_of(&group.id).collect();
            emit_group(&catalog, group, &methods)
        });
        for (group, emitted) in groups.iter().zip(emitted) {
            let emitted = emitted?;
            files.merge(emitted.files)?;
            made.extend(emitted.methods);
            if emitted.has_tests {
                tested.push(group.id.clone());
            }
        }
        emit_shared(&catalog, &mut files)?;
        let examples = copy_cookbook(input, &mut files)?;
        emit_root(input, &examples, &mut files)?;
        let main = format::file("tests/wire/main.rs", wire::main(&tested))?;
        files.add("rust/tests/wire/main.rs", &view.files(), main)?;
        copy_runtime(input, &mut files)?;
        // What Cargo leaves when the crate is built in place.
        files.tolerate("rust/target")?;
        files.tolerate("rust/Cargo.lock")?;
        Ok(Emitted { files, methods: Some(made) })
    }
}

fn sources(methods: &[&Method]) -> Vec<String> {
    methods.iter().map(|method| method.origin.file.clone()).collect::<BTreeSet<_>>().into_iter().collect()
}

/// The documented example of a method as statements that call it; none if it cannot be sent by this client.
fn statements(catalog: &Catalog<'_>, method: &Method) -> Result<Vec<String>, BackendError> {
    let Some(example) = examples::documented(method) else { return Ok(Vec::new()) };
    call(catalog, method, example)
}

fn call(catalog: &Catalog<'_>, method: &Method, example: &Example) -> Result<Vec<String>, BackendError> {
    let call = examples::call(catalog, method, example);
    let answer = examples::chosen(method, example, catalog).map(|finish| finish.answer.answer);
    let silent =
        matches!(answer, Some(crate::spec::raw::AnswerKind::Empty | crate::spec::raw::AnswerKind::Done));
    let bind = if silent {
        quote! {}
    } else {
        quote! { let answer = }
    };
    format::statements(&method.id, quote! { #bind #call.await?; })
}

/// The documented examples of all methods as statements that call them, in the order of the view. A file that is sent is
/// read from the disk.
///
/// # Errors
/// When one does not parse.
pub fn example_calls(view: &View) -> Result<Vec<String>, BackendError> {
    let catalog = Catalog::new(view);
    let statements = |method: &Method| {
        let Some(mut example) = examples::documented(method).cloned() else { return Ok(String::new()) };
        example.file_content = None;
        Ok(call(&catalog, method, &example)?.join("\n"))
    };
    view.model.methods.iter().map(statements).collect()
}

/// What is made of a group.
struct EmittedGroup {
    files: FileSet,
    methods: Vec<String>,
    has_tests: bool,
}

/// The module of a group: its methods, its types in a file beside, and its tests.
fn emit_group(
    catalog: &Catalog<'_>,
    group: &Group,
    methods: &[&Method],
) -> Result<EmittedGroup, BackendError> {
    let mut files = FileSet::new(Rust.id());
    let sources = sources(methods);
    let mut functions = Vec::new();
    for method in methods {
        let example = statements(catalog, method)?;
        functions.push(methods::client_function(catalog, method, &example));
    }
    let requests: Vec<TokenStream> = methods.iter().map(|method| methods::request(catalog, method)).collect();
    let types = group_types(catalog, &group.id);
    let has_types = !types.is_empty();
    let body = quote! {
        impl<M: Mode> Client<M> {
            #(#functions)*
        }

        #(#requests)*
    };
    let uses = catalog.imports(&body, &group.id);
    let doc = docs::lines([docs::markdown(&group.title), String::new(), docs::markdown(&group.summary)]);
    let doc = inner(doc);
    let module = has_types.then(|| quote! { mod types; pub use types::*; });
    let path = format!("rust/src/{}.rs", group.id);
    // The group's own types come in through the glob.
    let text = format::file(&path, quote! { #doc #uses #module #body })?;
    files.add(&path, &sources, text)?;
    if has_types {
        let path = format!("rust/src/{}/types.rs", group.id);
        let doc = docs::lines([format!("Types of the group \"{}\".", docs::markdown(&group.title))]);
        files.add(&path, &sources, tables(catalog, &path, &group.id, doc, &types)?)?;
    }
    let tests = wire::group(catalog, methods);
    let has_tests = tests.is_some();
    if let Some(tests) = tests {
        let path = format!("rust/tests/wire/{}.rs", group.id);
        files.add(&path, &sources, format::file(&path, tests)?)?;
    }
    let methods = methods.iter().map(|method| method.id.clone()).collect();
    Ok(EmittedGroup { files, methods, has_tests })
}

fn group_types(catalog: &Catalog<'_>, module: &str) -> String {
    let oldest = catalog.view.model.oldest();
    let shapes = catalog.shapes_in(module).map(shapes::shape);
    let enums = catalog.enums_in(module).map(|one| enums::enumeration(one, oldest));
    shapes.chain(enums).collect()
}

/// A file of tables, which stay as they were laid out.
fn tables(
    catalog: &Catalog<'_>,
    path: &str,
    module: &str,
    doc: TokenStream,
    tables: &str,
) -> Result<String, BackendError> {
    let tokens: TokenStream = tables
        .parse()
        .map_err(|error| BackendError::Rust { file: path.to_owned(), reason: format!("{error}") })?;
    let (doc, uses) = (inner(doc), catalog.imports(&tokens, module));
    Ok(format!("{}{tables}", format::file(path, quote! { #doc #uses })?))
}

/// Named texts, and types that several groups share.
fn emit_shared(catalog: &Catalog<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    let model = &catalog.view.model;
    let origins = |found: BTreeSet<String>| found.into_iter().collect::<Vec<_>>();
    let names: String = model.scalars.iter().map(names::scalar).collect();
    let doc = docs::lines([
        "Names: texts with a meaning of their own.",
        "",
        "They convert from text, so `\"1\".into()` or a plain `\"1\"` will do as an argument.",
    ]);
    let text = tables(catalog, "src/names.rs", NAMES, doc, &names)?;
    let scalar_files = model.scalars.iter().map(|scalar| scalar.origin.file.clone()).collect();
    files.add("rust/src/names.rs", &origins(scalar_files), text)?;
    let shared = group_types(catalog, VALUES);
    let doc = docs::lines(["Types that several groups of methods share."]);
    let text = tables(catalog, "src/values.rs", VALUES, doc, &shared)?;
    let enum_files = model.enums.iter().map(|one| one.origin.file.clone()).collect();
    files.add("rust/src/values.rs", &origins(enum_files), text)?;
    Ok(())
}

/// `#[doc]` as `#![doc]`.
fn inner(outer: TokenStream) -> TokenStream {
    let mut tokens = Vec::new();
    for token in outer {
        let is_hash = matches!(&token, proc_macro2::TokenTree::Punct(punct) if punct.as_char() == '#');
        tokens.push(token);
        if is_hash {
            tokens.push(proc_macro2::Punct::new('!', proc_macro2::Spacing::Alone).into());
        }
    }
    tokens.into_iter().collect()
}

/// `lib.rs`, `README.md` and `Cargo.toml`.
fn emit_root(input: &Input<'_>, examples: &str, files: &mut FileSet) -> Result<(), BackendError> {
    let view = input.view;
    let modules: Vec<TokenStream> = view
        .model
        .groups
        .iter()
        .map(|group| {
            let name = ident(&group.id);
            quote! { pub mod #name; }
        })
        .collect();
    let newest = view.newest.to_string();
    let lib = quote! {
        #![doc = include_str!("../README.md")]
        #![cfg_attr(docsrs, feature(doc_cfg))]
        #![forbid(unsafe_code)]
        #![deny(missing_docs)]

        #[macro_use]
        mod table;

        #(#modules)*
        pub mod names;
        mod helpers;
        #[cfg(doc)]
        #[doc = include_str!("../docs/pains.md")]
        pub mod pains {}
        pub mod runtime;
        pub mod values;

        pub use helpers::{choices, codebook, dates, filter, trigger, validation};
        #[cfg(feature = "blocking")]
        pub use runtime::blocking;
        pub use runtime::{
            CallOptions, Client, ClientBuilder, Error, ErrorKind, File, Record, RetryPolicy, ServerVersion, Token, Upload,
            Value,
        };

        #[doc = " The newest REDCap version whose API this crate knows."]
        pub const NEWEST_REDCAP: &str = #newest;
    };
    files.add("rust/src/lib.rs", &view.files(), format::file("src/lib.rs", lib)?)?;
    files.add("rust/README.md", &view.files(), readme(input, view)?)?;
    let manifest = input.template("rust-client/Cargo.toml")?;
    let manifest = manifest.split_once(MANIFEST_END).map_or(manifest, |(shared, _)| shared);
    let text = format!(
        "{manifest}{examples}\n# A workspace of its own, so that the crate builds wherever its folder is.\n[workspace]\n"
    );
    files.add("rust/Cargo.toml", &[format!("templates/{RUNTIME}Cargo.toml")], text)?;
    let rustfmt =
        "# The generator formats; rustfmt would only disagree in details.\ndisable_all_formatting = true\n";
    files.add("rust/rustfmt.toml", &["generator/src/backend/rust/mod.rs".to_owned()], rustfmt.to_owned())?;
    Ok(())
}

fn readme(input: &Input<'_>, view: &View) -> Result<String, BackendError> {
    let path = "rust-client/README.md.jinja";
    let groups: Vec<_> = view
        .model
        .groups
        .iter()
        .map(|group| {
            let methods: Vec<String> = view.methods_of(&group.id).map(|method| method.id.clone()).collect();
            context! { title => group.title.clone(), methods }
        })
        .collect();
    let oldest = view.model.methods.iter().map(|method| method.life.since).min().unwrap_or(view.newest);
    input.page(
        path,
        context! {
            groups,
            refusals => method_docs::common_errors(&view.model).collect::<Vec<_>>(),
            methods => view.model.methods.len(),
            oldest => oldest.to_string(),
            newest => view.newest.to_string(),
        },
    )
}

/// The runtime, its test server and the licences, as they are.
fn copy_runtime(input: &Input<'_>, files: &mut FileSet) -> Result<(), BackendError> {
    let wanted = |path: &str| {
        let copied = [
            "src/runtime/",
            "src/helpers/",
            "src/table.rs",
            "tests/support/",
            "docs/",
            "LICENSE",
            "clippy.toml",
        ];
        copied.iter().any(|start| path.starts_with(start))
    };
    for file in input.templates {
        let Some(path) = file.path.strip_prefix(RUNTIME).filter(|path| wanted(path)) else { continue };
        let target = format!("rust/{path}");
        if path.starts_with("LICENSE") {
            files.add_plain(&target, file.text.clone())?;
        } else {
            files.add(&target, &[format!("templates/{}", file.path)], file.text.clone())?;
        }
    }
    Ok(())
}

/// The examples that the view has the methods for, and what the manifest must say about them.
fn copy_cookbook(input: &Input<'_>, files: &mut FileSet) -> Result<String, BackendError> {
    let mut manifest = String::new();
    for file in input.templates {
        let Some(name) =
            file.path.strip_prefix(RUNTIME).and_then(|path| path.strip_prefix(COOKBOOK)?.strip_suffix(".rs"))
        else {
            continue;
        };
        let methods = &input.view.model.methods;
        let sources = || input.templates.iter().filter(|source| source.path.starts_with("rust-client/src/"));
        let known = |called: &String| {
            methods.iter().any(|method| method.id == *called)
                || sources().any(|source| source.text.contains(&format!("pub fn {called}(")))
        };
        if !calls(&file.text).iter().all(known) {
            continue;
        }
        files.add(
            &format!("rust/examples/{name}.rs"),
            &[format!("templates/{}", file.path)],
            file.text.clone(),
        )?;
        if file.text.contains("blocking::") {
            manifest
                .push_str(&format!("\n[[example]]\nname = \"{name}\"\nrequired-features = [\"blocking\"]\n"));
        }
    }
    Ok(manifest)
}

/// What an example calls of its `client`.
fn calls(example: &str) -> BTreeSet<String> {
    let code = example.lines().filter(|line| !line.trim_start().starts_with("//"));
    let dense: String = code.flat_map(str::split_whitespace).collect();
    let name = |rest: &str| rest.split('(').next().unwrap_or_default().to_owned();
    dense.split("client.").skip(1).map(name).collect()
}
