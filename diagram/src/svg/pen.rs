//! Small drawing helpers: every shape gets its class and its colours here.

use crate::geometry::{Point, Rect};
use crate::model::{Icon, Tone};
use crate::scene::{self, BADGE, METER};
use crate::svg::style::{self, Theme};
use crate::text::{self, Font};
use crate::xml::{Xml, number};

/// Writes shapes into a document.
#[derive(Debug)]
pub struct Pen {
    /// The document.
    pub xml: Xml,
    /// Colours of the picture.
    pub theme: Theme,
    /// Tone of the element being drawn.
    pub tone: Tone,
}

/// Where a line of text starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The point is the left end.
    Start,
    /// The point is the middle.
    Middle,
}

impl Pen {
    /// Draws a rectangle with rounded corners.
    pub fn rect(&mut self, class: &str, rect: Rect, round: f64, extra: &[(&str, &str)]) {
        let (x, y) = (number(rect.x), number(rect.y));
        let (width, height) = (number(rect.width), number(rect.height));
        let corner = number(round);
        let mut attributes = vec![("x", x.as_str()), ("y", &y), ("width", &width), ("height", &height)];
        if round > 0.0 {
            attributes.push(("rx", &corner));
        }
        self.shape("rect", class, attributes, extra);
    }

    /// Draws a path.
    pub fn path(&mut self, class: &str, data: &str, extra: &[(&str, &str)]) {
        self.shape("path", class, vec![("d", data)], extra);
    }

    /// Draws an icon as large as `side`; `at` is its upper left corner.
    pub fn icon(&mut self, icon: Option<&Icon>, at: Point, side: f64) {
        let Some(icon) = icon else {
            return;
        };
        let share = format!("{:.3}", side / 24.0);
        let place = format!("translate({} {}) scale({share})", number(at.x), number(at.y));
        if !icon.areas.is_empty() {
            self.path("icon-area", &icon.areas, &[("transform", &place)]);
        }
        if !icon.lines.is_empty() {
            let round = [("stroke-width", "1.6"), ("stroke-linecap", "round"), ("stroke-linejoin", "round")];
            let extra: Vec<(&str, &str)> = round.into_iter().chain([("transform", place.as_str())]).collect();
            self.path("icon", &icon.lines, &extra);
        }
    }

    fn shape<'a>(
        &mut self,
        name: &'static str,
        class: &'a str,
        mut attributes: Vec<(&'a str, &'a str)>,
        extra: &[(&'a str, &'a str)],
    ) {
        let main = class.split(' ').next_back().unwrap_or_default();
        let (fill, stroke) = style::paint(main, self.tone, self.theme);
        attributes.insert(0, ("class", class));
        attributes.push(("fill", fill));
        if stroke != "none" {
            attributes.push(("stroke", stroke));
        }
        attributes.extend_from_slice(extra);
        self.xml.empty(name, &attributes);
    }

    /// Writes one line whose upper edge is at `top`.
    pub fn line(&mut self, class: &str, font: Font, anchor: Anchor, top: Point, words: &str) {
        if words.is_empty() {
            return;
        }
        let base = top.y + (font.line() + font.size * 0.72) / 2.0;
        let (x, y) = (number(top.x), number(base));
        let size = number(font.size);
        let (fill, _) = style::paint(class, Tone::None, self.theme);
        let mut attributes = vec![("class", class), ("x", &x), ("y", &y), ("font-size", &size), ("fill", fill)];
        if font.bold {
            attributes.push(("font-weight", "700"));
        }
        if anchor == Anchor::Middle {
            attributes.push(("text-anchor", "middle"));
        }
        self.xml.text("text", &attributes, words);
    }

    /// Draws the five bars of a meter, as many filled as the level says.
    pub fn meter(&mut self, at: Point) {
        let Some(level) = self.tone.level() else {
            return;
        };
        for bar in 0..5_u8 {
            let tall = 3.0 + f64::from(bar) * 1.7;
            let x = at.x + f64::from(bar) * 3.0;
            let rect = Rect { x, y: at.y + 10.0 - tall, width: 2.0, height: tall };
            let faint: &[(&str, &str)] = if bar < level { &[] } else { &[("opacity", "0.25")] };
            self.rect("bar", rect, 0.0, faint);
        }
    }

    /// Draws the pill with meter and badge; `at` is its upper left corner.
    pub fn badge(&mut self, at: Point, badge: &str) {
        let width = scene::badge_width(self.tone, badge);
        if width <= 0.0 {
            return;
        }
        let pill = Rect { x: at.x, y: at.y, width, height: scene::BADGE_HEIGHT };
        self.rect("pill", pill, scene::BADGE_HEIGHT / 2.0, &[("stroke-width", "1")]);
        self.meter(Point::new(at.x + 7.0, at.y + 3.8));
        let words = scene::badge_text(badge);
        let meter = if self.tone.level().is_some() { METER } else { 0.0 };
        let room = width - meter - 8.0;
        let middle = at.x + 4.0 + meter + room / 2.0 + if meter > 0.0 { 1.0 } else { 0.0 };
        let top = at.y + (scene::BADGE_HEIGHT - BADGE.line()) / 2.0;
        self.line("label", BADGE, Anchor::Middle, Point::new(middle, top), &words);
    }

    /// Opens the group of one element, with what a page needs to make it live.
    pub fn open_element(&mut self, kind: &str, id: &str, members: &[String], title: &str, href: Option<&str>) {
        let tone = style::tone_class(self.tone);
        let class = format!("{kind} {tone}");
        let all = members.join(" ");
        let mut attributes = vec![("class", class.trim_end()), ("data-id", id)];
        if !all.is_empty() {
            attributes.push(("data-all", &all));
        }
        attributes.push(("tabindex", "0"));
        self.xml.open("g", &attributes);
        self.xml.text("title", &[], &text::clean(title));
        if let Some(link) = href.and_then(crate::xml::safe_link) {
            self.xml.open("a", &[("href", &link)]);
        }
    }

    /// Closes what [`Pen::open_element`] opened.
    pub fn close_element(&mut self, href: Option<&str>) {
        if href.and_then(crate::xml::safe_link).is_some() {
            self.xml.close();
        }
        self.xml.close();
    }
}
