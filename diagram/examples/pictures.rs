//! Draws the sample diagrams into a folder: `cargo run -p tm-diagram --example pictures -- out`.

use std::error::Error;
use std::path::Path;

use tm_diagram::{Diagram, Engine, Theme, render_png, render_svg, render_themed};

#[path = "samples/mod.rs"]
mod samples;

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).unwrap_or_else(|| "target/pictures".to_owned());
    let out = Path::new(&out);
    std::fs::create_dir_all(out)?;
    draw(out, "bookshop", &samples::bookshop())?;
    draw(out, "bank", &samples::bank())?;
    draw(out, "overview", &samples::overview())?;
    draw(out, "hostile", &samples::hostile())?;
    let mut right = samples::bookshop();
    right.direction = tm_diagram::Direction::Right;
    draw(out, "bookshop-right", &right)?;
    Ok(())
}

fn draw(out: &Path, name: &str, diagram: &Diagram) -> Result<(), Box<dyn Error>> {
    let auto = render_svg(diagram, Engine::Elk);
    println!("{name}: {:?} {:?}", auto.engine_used, auto.note);
    std::fs::write(out.join(format!("{name}.svg")), &auto.svg)?;
    std::fs::write(out.join(format!("{name}.png")), render_png(&auto.svg, 1.5)?.bytes)?;
    let dark = render_themed(diagram, Engine::Elk, Theme::Dark);
    std::fs::write(out.join(format!("{name}-dark.png")), render_png(&dark.svg, 1.5)?.bytes)?;
    let list = render_svg(diagram, Engine::List);
    std::fs::write(out.join(format!("{name}-list.png")), render_png(&list.svg, 1.0)?.bytes)?;
    Ok(())
}
