//! temporary
use redcap_generator::*;
fn main() {
    let loaded = load_spec(std::path::Path::new("spec"), "spec");
    match loaded.outcome {
        Ok(model) => {
            let mut report = diagnostics::Report::default();
            let mut templates = spec::load::read_folder(std::path::Path::new("templates"), "templates", |_| true, &mut report);
            for t in &mut templates { t.path = t.path.strip_prefix("templates/").unwrap().to_owned(); }
            let view = view::View::new(&model, view::Selection::All);
            let input = backend::Input { model: &model, view: &view, templates: &templates };
            match backend::run(&backend::all(), &input) {
                Ok(set) => println!("{:?}", output::apply(&set, std::path::Path::new("generated"), &["rust","schema","surface"], output::Mode::Write).map(|s| (s.written.len(), s.unchanged, s.removed.len()))),
                Err(e) => println!("{e}"),
            }
        }
        Err(report) => print!("{}", report.render(&loaded.files, false)),
    }
}
