//! How the compiler grows with the model: CPU seconds and memory at each size, the growth exponent of each stage.
//!
//! `cargo bench -p tm-compiler --bench scale [SIZE…]`. Each measurement is a process of its own, as `tm check` is: a
//! second run in one process finds caches and memory of the first, and the smaller the model the more of them. The
//! sizes are measured in turns, smaller ones more often, so that a busy machine is busy for all; what is printed is
//! the median. Memory comes from the allocator that the program has. The yardstick is a plain pass over the bytes of
//! the same text in the same process: figures of different machines compare by the ratio to it.

mod generator;

use cpu_time::ProcessTime;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::hint::black_box;
use tm_compiler::analysis::{Analysis, analyse_packages};
use tm_compiler::assess::assess;
use tm_compiler::compose::Extent;
use tm_compiler::derive::{Scope, derive};
use tm_compiler::world::{EmbeddedFile, ReadError, World};
use tm_compiler::{library, model, package};

#[global_allocator]
static ALLOCATOR: mimalloc::mimalloc::Mimalloc = mimalloc::mimalloc::Mimalloc;

/// How often the sizes take turns.
const ROUNDS: usize = 5;

/// A small size is measured so many times in its turn.
const MOST_IN_A_ROUND: usize = 10;

/// One file in memory.
struct Memory {
    text: String,
}

impl World for Memory {
    fn entry(&self) -> String {
        "generated.tm".into()
    }
    fn today(&self) -> Date {
        Date::constant(2026, 1, 1)
    }
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        if path == "generated.tm" { Ok(self.text.clone().into_bytes()) } else { Err(ReadError::Missing) }
    }
    fn list(&self, _: &str) -> Result<Vec<String>, ReadError> {
        Err(ReadError::Missing)
    }
    fn is_folder(&self, _: &str) -> bool {
        false
    }
    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        let files = tm_stdlib::files(package).iter();
        files.map(|file| EmbeddedFile { path: file.path.into(), text: file.text.into() }).collect()
    }
    fn library_version(&self) -> String {
        tm_stdlib::VERSION.to_owned()
    }
    fn embedded_packages(&self) -> Vec<String> {
        tm_stdlib::packages().map(String::from).collect()
    }
}

/// What one process measured: CPU seconds of each stage, and its memory.
#[derive(Deserialize, Serialize)]
struct Row {
    size: usize,
    bytes: usize,
    stages: Vec<(String, f64)>,
    yardstick: f64,
    peak_mib: u64,
}

/// The argument that makes this program measure one size and print the row.
const ONE: &str = "--one";

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let mut sizes: Vec<usize> = given.iter().filter_map(|arg| arg.parse().ok()).collect();
    if given.iter().any(|arg| arg == ONE) {
        sizes.iter().for_each(|size| println!("{}", serde_json::to_string(&measure(*size)).unwrap_or_default()));
        return;
    }
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000, 50_000];
    }
    let mut measured: Vec<Vec<Row>> = sizes.iter().map(|_| Vec::new()).collect();
    let mut small = Vec::new();
    for _ in 0..ROUNDS {
        small.extend((0..MOST_IN_A_ROUND).filter_map(|_| measure_apart(10)));
        for (size, rows) in sizes.iter().zip(&mut measured) {
            let times = (20_000 / size.max(&1)).clamp(1, MOST_IN_A_ROUND);
            rows.extend((0..times).filter_map(|_| measure_apart(*size)));
        }
    }
    let rows: Option<Vec<Row>> = measured.iter().map(|rows| median(rows)).collect();
    match median(&small).zip(rows) {
        Some((startup, rows)) => report(&startup, &rows),
        None => println!("a process that measures gave nothing: run it with `{ONE} 10` to see why"),
    }
}

/// One measurement in a process of its own.
fn measure_apart(size: usize) -> Option<Row> {
    let program = std::env::current_exe().ok()?;
    let output = std::process::Command::new(program).args([ONE, &size.to_string()]).output().ok()?;
    serde_json::from_slice(&output.stdout).ok()
}

/// The median of each stage over several measurements.
fn median(rows: &[Row]) -> Option<Row> {
    let middle = |of: &dyn Fn(&Row) -> f64| {
        let mut all: Vec<f64> = rows.iter().map(of).collect();
        all.sort_by(f64::total_cmp);
        all[all.len() / 2]
    };
    let first = rows.first()?;
    let stages = first.stages.iter().enumerate().map(|(at, (name, _))| (name.clone(), middle(&|row| row.stages[at].1)));
    Some(Row {
        size: first.size,
        bytes: first.bytes,
        stages: stages.collect(),
        yardstick: middle(&|row| row.yardstick),
        peak_mib: rows.iter().map(|row| row.peak_mib).max().unwrap_or(0),
    })
}

fn measure(size: usize) -> Row {
    let world = Memory { text: generator::model(size) };
    let bytes = world.text.len();
    let yardstick = clock(|| {
        let sum = world.text.bytes().fold(0u64, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)));
        black_box(sum);
    });
    let mut stages: Vec<(&str, f64)> = Vec::new();
    let mut packages = None;
    stages.push(("read, parse, lower", clock(|| packages = Some(package::load(&world)))));
    let packages = packages.unwrap_or_default();
    let mut built = None;
    stages.push(("names, types, rules", clock(|| built = Some(library::build(&packages)))));
    if let Some(built) = &built {
        let mut diagnostics = Vec::new();
        let mut elements = None;
        stages.push(("elements", clock(|| elements = Some(model::build(built, packages.root(), &mut diagnostics)))));
        if let Some(elements) = &elements {
            let mut derived = None;
            stages.push(("derive", clock(|| derived = Some(derive(&built.library, elements, &Scope::default())))));
            let derived = derived.unwrap_or_default();
            stages.push((
                "assess",
                clock(|| {
                    black_box(assess(
                        &built.library,
                        elements,
                        &derived,
                        &built.sites,
                        (world.today(), packages.pinned),
                        &mut diagnostics,
                    ));
                }),
            ));
        }
    }
    drop(built);
    let mut analysis: Option<Analysis> = None;
    let whole = clock(|| analysis = Some(analyse_packages(&packages, world.today())));
    let analysis = analysis.as_ref();
    stages.push(("(all but reading)", whole));
    stages.push((
        "listing",
        clock(|| drop(black_box(analysis.map(|analysis| analysis.document_of(Extent::listing(20)))))),
    ));
    stages.push(("document", clock(|| drop(black_box(analysis.map(Analysis::document))))));
    let stages = stages.into_iter().map(|(name, seconds)| (name.to_owned(), seconds)).collect();
    Row { size, bytes, stages, yardstick, peak_mib: peak_mib() }
}

/// CPU seconds of a piece of work.
fn clock(work: impl FnOnce()) -> f64 {
    let start = ProcessTime::now();
    work();
    start.elapsed().as_secs_f64()
}

fn report(startup: &Row, rows: &[Row]) {
    println!("start-up (10 components): {:.4} CPU s", total(startup));
    print!("{:24}", "stage, CPU s");
    for row in rows {
        print!("{:>12}", row.size);
    }
    println!("{:>10}", "exponent");
    for (index, (name, _)) in startup.stages.iter().enumerate() {
        let net: Vec<f64> = rows.iter().map(|row| (row.stages[index].1 - startup.stages[index].1).max(1e-6)).collect();
        print!("{name:24}");
        net.iter().for_each(|seconds| print!("{seconds:>12.4}"));
        println!("{:>10}", exponent(rows, &net));
    }
    for row in rows {
        println!(
            "{} components: {} bytes, front end {:.1} MB/s, {:.0} x the yardstick, peak memory {} MiB",
            row.size,
            row.bytes,
            row.bytes as f64 / 1e6 / row.stages[0].1.max(1e-6),
            total(row) / row.yardstick.max(1e-6),
            row.peak_mib
        );
    }
}

/// Reading and everything after it.
fn total(row: &Row) -> f64 {
    let of = |wanted: &str| row.stages.iter().find(|(name, _)| *name == wanted).map_or(0.0, |(_, seconds)| *seconds);
    of("read, parse, lower") + of("(all but reading)")
}

/// How the time grows from the first to the last size: 1.0 is linear.
fn exponent(rows: &[Row], net: &[f64]) -> String {
    match (rows.first(), rows.last(), net.first(), net.last()) {
        (Some(small), Some(large), Some(fast), Some(slow)) if large.size > small.size => {
            format!("{:.2}", (slow / fast).ln() / (large.size as f64 / small.size as f64).ln())
        }
        _ => "-".into(),
    }
}

/// Highest resident set so far, from the kernel; 0 where it does not tell.
fn peak_mib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
