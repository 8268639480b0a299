//! Speed of the front end on large texts: `cargo bench -p tm-grammar [MEGABYTES]`.
//!
//! Prints MB per CPU second for each text and stage, and how many times longer it takes than logos alone
//! takes for the model text in the same run: the figure to compare between machines.

use logos::Logos;
use std::hint::black_box;
use std::time::{Duration, Instant};
use tm_grammar::{SyntaxKind, format, lexer, parse};

fn main() {
    let megabytes = std::env::args().find_map(|arg| arg.parse().ok());
    let size = megabytes.unwrap_or(10) * 1_000_000;
    let model = model(size);
    let yardstick = seconds_per_byte(&model, |text| {
        black_box(SyntaxKind::lexer(text).count());
    });
    println!("{:<34} {:>12} {:>14}", "text, stage", "MB per CPU s", "times logos");
    let report = |name: &str, text: &str, stage: &dyn Fn(&str)| {
        let each = seconds_per_byte(text, stage);
        println!("{name:<34} {:>12.1} {:>14.1}", 1e-6 / each, each / yardstick);
    };
    report("model, logos alone", &model, &|text| {
        black_box(SyntaxKind::lexer(text).count());
    });
    report("model, lex", &model, &|text| {
        black_box(lexer::lex(text));
    });
    let whole = |text: &str| {
        black_box(parse(text));
    };
    report("model, lex + parse + tree", &model, &whole);
    report("model, format", &model, &|text| {
        black_box(format(text));
    });
    for (name, text) in hard_texts(size) {
        report(name, &text, &whole);
    }
    let small: String = hard_texts(size / 10).into_iter().map(|(_, text)| text + "\n").collect();
    report("a tenth of all these, format", &small, &|text| {
        black_box(format(text));
    });
}

/// CPU time of one run.
fn seconds_per_byte(text: &str, stage: impl Fn(&str)) -> f64 {
    let before = cpu();
    stage(text);
    (cpu() - before).as_secs_f64() / text.len() as f64
}

/// Time the processor spent on this thread; where the system does not tell, time that passed.
fn cpu() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let spent = told.and_then(|line| line.split(' ').next()?.parse().ok());
    spent.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

/// A system of as many services as it takes.
fn model(size: usize) -> String {
    let mut text = String::from("use std.web\n\nmodel large \"A large system\" { owner = \"team@example.org\" }\n\n");
    for n in 0.. {
        if text.len() >= size {
            break;
        }
        text += &format!(
            "/// Service number {n}, with what is known about it.\n\
             boundary zone_{n}: PrivateNetwork \"Zone {n}\" {{\n  process service_{n}: WebService \"Service {n}\" {{\n    \
             internet_facing\n    authentication = OAuth2 // as reviewed\n    code           = [\"services/{n}/**\"]\n    \
             apply [Waf, RateLimit]\n  }}\n  store store_{n}: RdsPostgres {{ holds = [Order, Card], encryption_at_rest = true }}\n}}\n\n\
             flow call_{n}: service_{n} -> store_{n} over PostgresWire \"Query\" {{ sends = [Order, Card], receives = Order }}\n\n\
             threat Rule{n}: Stride.Tampering \"Rule {n}\" {{\n  on p: process\n  when not p.checked and (p.exposed or count(p.inflows) >= 2)\n  \
             likelihood = if p.trust == Untrusted then High else Moderate\n  mitigated_by = [Waf(strength = 40%), CodeReview]\n}}\n\n"
        );
    }
    text
}

/// Texts that a parser likes less.
fn hard_texts(size: usize) -> Vec<(&'static str, String)> {
    let fill = |piece: &str| piece.repeat(size / piece.len());
    let deep = |opening: &str| format!("x = {}", fill(opening));
    let mut wrong = model(size);
    wrong = wrong.replace(" -> ", " > ").replace("process service", "process process").replace(" = ", " == ");
    vec![
        ("a mistake in most lines", wrong),
        ("the same mistake on each line", fill("flow a: user -> { x = 1 }\n")),
        ("junk", fill("\u{1}\u{7}§ \\ ~ @\n")),
        ("one line of elements of a list", format!("x = [{}]", fill("alpha, "))),
        ("one line of members", format!("process p {{ {} }}", fill("a = 1, "))),
        ("one text", format!("x = \"{}\"", fill("lorem "))),
        ("one line of operators", format!("when a{}", fill(" and b"))),
        ("{", fill("{")),
        ("{ on lines", fill("process p {\n")),
        ("}", fill("}")),
        ("} on lines", fill("}\n")),
        ("(", deep("(")),
        ("[", deep("[")),
        ("( on lines", fill("x = (\n")),
        ("not", deep("not ")),
        ("-", deep("- ")),
        ("if else", deep("if a then b else ")),
        ("\"\"\"", fill("\"\"\"\n")),
        ("escaped \"\"\"", fill("\\\"\"\"\n")),
        ("\"", fill("\" ")),
        ("empty lines before a continuation", format!("when a{}and b", fill("\n"))),
        ("comments before a continuation", format!("when a{}and b", fill("\n// c"))),
        ("one side of a conflict", fill("=======\n")),
        ("conflicts", fill("<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n")),
        ("byte order marks", fill("\u{FEFF}")),
        ("blocks never closed, with comments", fill("process p {\n// c\n// c\n")),
        ("commas", fill(",")),
        ("dots", format!("x = a{}", fill(".b"))),
        ("carriage returns", fill("a\r")),
    ]
}
