//! How long generation takes, stage by stage, beside the least that it could take.
//!
//! `cargo bench` prints a table for the real spec and for 10 and 100 copies of it;
//! `cargo bench -- 10` does one size. Without `--bench`, which `cargo bench` passes and `cargo test`
//! does not, a single quick round shows that the benchmark still works.
//!
//! The output goes to a file system in memory where there is one, because a disk takes longer than
//! everything else together and says nothing about the generator.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a benchmark needs the disk and a clock"
)]

mod floor;
mod scale;
mod stages;
mod table;

use std::path::{Path, PathBuf};

use redcap_generator::diagnostics::{Report, SourceFile};
use redcap_generator::spec::load::read_folder;
use stages::Ground;
use table::Column;

/// Sizes, and how often each stage runs at them: what takes long varies little.
const SIZES: [(usize, usize); 3] = [(1, 15), (10, 5), (100, 3)];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let sizes: Vec<(usize, usize)> = if has("--bench") && !has("--test") {
        let wanted: Vec<usize> = arguments.iter().filter_map(|argument| argument.parse().ok()).collect();
        SIZES.into_iter().filter(|(times, _)| wanted.is_empty() || wanted.contains(times)).collect()
    } else {
        vec![(1, 1)]
    };
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut report = Report::default();
    let real = read_folder(&repository.join("spec"), "spec", |name| name.ends_with(".yaml"), &mut report);
    assert!(report.is_empty(), "{}", report.render(&real, false));
    println!("{} threads", std::thread::available_parallelism().map_or(1, usize::from));
    let columns: Vec<Column> = sizes
        .into_iter()
        .map(|(times, rounds)| measure(&real, &repository.join("templates"), times, rounds))
        .collect();
    println!();
    table::print(&columns);
}

/// Measures one size in the first folder that has room for it.
fn measure(real: &[SourceFile], templates: &Path, times: usize, rounds: usize) -> Column {
    let mut reasons = Vec::new();
    for parent in [PathBuf::from("/dev/shm"), std::env::temp_dir()] {
        let made = tempfile::Builder::new().prefix("redcap-bench-").tempdir_in(&parent);
        let folder = match made {
            Ok(folder) => folder,
            Err(error) => {
                reasons.push(error.to_string());
                continue;
            }
        };
        let ground = Ground { real, templates, place: folder.path() };
        match ground.prepare(times) {
            Ok(files) => {
                let bytes: usize = files.iter().map(|file| file.text.len()).sum();
                println!(
                    "{times}x: {} files of YAML, {} KB, output below {}, median of {rounds}",
                    files.len(),
                    bytes / 1000,
                    parent.display(),
                );
                return stages::measure(&ground, &files, times, rounds);
            }
            Err(reason) => reasons.push(reason),
        }
    }
    panic!("{times}x cannot be measured: {}", reasons.join("; "));
}
