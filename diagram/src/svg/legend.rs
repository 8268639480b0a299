//! The legend below the picture: samples with their meaning, in rows.

use crate::geometry::{Point, Rect, Size};
use crate::model::{LegendEntry, LegendKey, Tone};
use crate::scene::SMALL;
use crate::svg::pen::{Anchor, Pen};
use crate::svg::{boxes, flows};
use crate::text;
use crate::xml::number;

const SAMPLE: Size = Size { width: 30.0, height: 16.0 };
const ROW: f64 = 26.0;
const GAP: f64 = 18.0;
const LIMIT: f64 = 240.0;

/// Legend entries with their places.
#[derive(Clone, Debug, Default)]
pub struct Legend {
    entries: Vec<(LegendKey, String, Point)>,
    /// Height, without the rule above.
    pub height: f64,
}

impl Legend {
    /// Sets the entries in rows of at most `width`.
    pub fn new(entries: &[LegendEntry], width: f64) -> Self {
        let mut out = Legend::default();
        let mut at = Point::default();
        let one_row = entries.iter().map(|entry| entry_width(entry) + GAP).sum::<f64>() - GAP <= width;
        let mut before = None;
        for entry in entries {
            let words = text::fit(&entry.label, SMALL, LIMIT);
            let wide = entry_width(entry);
            // Shapes and levels are two lists; each starts its own row.
            let level = matches!(entry.key, LegendKey::Tone(_));
            let turn = before.replace(level).is_some_and(|last| last != level);
            if at.x > 0.0 && (at.x + wide > width || turn && !one_row) {
                at = Point::new(0.0, at.y + ROW);
            }
            out.entries.push((entry.key, words, at));
            out.height = at.y + ROW;
            at.x += wide + GAP;
        }
        out
    }

    /// Width that lets the widest entry stand alone.
    pub fn least_width(entries: &[LegendEntry]) -> f64 {
        entries.iter().map(entry_width).fold(0.0, f64::max)
    }

    /// Paints the legend below a rule of length `width`.
    pub fn paint(&self, pen: &mut Pen, at: Point, width: f64) {
        if self.entries.is_empty() {
            return;
        }
        pen.xml.open("g", &[("class", "legend")]);
        let rule = format!("M{} {}h{}", number(at.x), number(at.y - 10.0), number(width));
        pen.path("rail", &rule, &[("stroke-width", "1"), ("opacity", "0.35")]);
        for (key, words, place) in &self.entries {
            let place = place.plus(at);
            sample(pen, *key, place);
            let top = place.y + (ROW - SMALL.line()) / 2.0;
            let x = place.x + room(*key) + 8.0;
            pen.line("label", SMALL, Anchor::Start, Point::new(x, top), words);
        }
        pen.xml.close();
    }
}

fn entry_width(entry: &LegendEntry) -> f64 {
    room(entry.key) + 8.0 + text::width(&text::fit(&entry.label, SMALL, LIMIT), SMALL)
}

fn room(key: LegendKey) -> f64 {
    match key {
        LegendKey::Tone(_) => 28.0,
        _ => SAMPLE.width,
    }
}

fn sample(pen: &mut Pen, key: LegendKey, place: Point) {
    let rect = Rect::new(Point::new(place.x, place.y + (ROW - SAMPLE.height) / 2.0), SAMPLE);
    let middle = rect.center().y;
    let line = [Point::new(rect.x, middle), Point::new(rect.right(), middle)];
    match key {
        LegendKey::Shape(shape) => boxes::shape(pen, shape, false, rect),
        LegendKey::External => external(pen, rect),
        LegendKey::Boundary => boxes::open(pen, 0, rect),
        LegendKey::Collapsed => boxes::collapsed(pen, rect),
        LegendKey::Flow => flows::line(pen, &line, false, false),
        LegendKey::DashedFlow => flows::line(pen, &line, false, true),
        LegendKey::BothWays => flows::line(pen, &line, true, false),
        LegendKey::Tone(tone) => toned(pen, tone, rect),
    }
}

fn external(pen: &mut Pen, rect: Rect) {
    pen.rect("outside", rect, 1.0, &[("stroke-width", "1.2")]);
    pen.rect("outline", rect.inset(2.5), 0.0, &[("stroke-width", "1")]);
}

fn toned(pen: &mut Pen, tone: Tone, rect: Rect) {
    pen.tone = tone;
    let class = super::style::tone_class(tone);
    pen.xml.open("g", &[("class", class)]);
    pen.badge(Point::new(rect.x, rect.center().y - 9.0), "");
    pen.xml.close();
    pen.tone = Tone::None;
}
