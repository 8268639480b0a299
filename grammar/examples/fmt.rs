//! Prints a file formatted: `cargo run -p tm-grammar --example fmt FILE`.

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path)?;
    let formatted = tm_grammar::format(&text);
    assert!(formatted.faithful, "the same tokens in the same tree");
    print!("{}", formatted.text);
    Ok(())
}
