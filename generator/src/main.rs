//! temporary
fn main() {
    let loaded = redcap_generator::load_spec(std::path::Path::new("spec"), "spec");
    match loaded.outcome {
        Ok(model) => println!("{} methods", model.methods.len()),
        Err(report) => print!("{}", report.render(&loaded.files, false)),
    }
}
