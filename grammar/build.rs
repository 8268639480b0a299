//! Generates the parse tables from `src/grammar.lalrpop` into `OUT_DIR`.

fn main() {
    println!("cargo:rerun-if-changed=src/grammar.lalrpop");
    let out = std::env::var("OUT_DIR").unwrap_or_else(|_| ".".into());
    let made = lalrpop::Configuration::new().set_in_dir("src").set_out_dir(out).emit_rerun_directives(false).process();
    if let Err(error) = made {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
