//! Prints the syntax tree and the errors of a file: `cargo run -p tm-grammar --example tree FILE [--quiet]`.

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_default();
    let text = std::fs::read_to_string(path)?;
    let parse = tm_grammar::parse(&text);
    assert_eq!(parse.root().text().to_string(), text, "the tree holds every byte");
    if std::env::args().nth(2).is_none() {
        println!("{:#?}", parse.root());
    }
    for error in &parse.errors {
        let line = text[..error.range.start].matches('\n').count() + 1;
        println!(
            "{line}: {} {} [{:?}] — {} — {}",
            error.code,
            error.message,
            &text[error.range.clone()],
            error.label,
            error.help.clone().unwrap_or_default()
        );
    }
    Ok(())
}
