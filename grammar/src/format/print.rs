//! Items to text: decides which groups are broken, and writes.

use super::items::{self, Group, Item, Plan};
use super::rules::Form;
use super::{Edit, INDENT, WIDTH};
use std::borrow::Cow;
use std::ops::Range;

/// The formatted text and the edits that lead to it.
pub(super) fn print(text: &str, plan: &Plan) -> (String, Vec<Edit>) {
    let mut printer = Printer {
        text,
        plan,
        measure: Measure::of(text, plan),
        out: String::with_capacity(text.len() + text.len() / 8),
        edits: Vec::new(),
        column: 0,
        open: Vec::new(),
        broken: vec![None; plan.groups.len()],
        next_group: 0,
    };
    for index in 0..plan.items.len() {
        printer.item(index);
    }
    printer.end();
    (printer.out, printer.edits)
}

/// Sums over the items, so that the width of any stretch is known at once.
struct Measure {
    /// Columns from the beginning to the end of each item, if nothing is broken.
    flat: Vec<usize>,
    /// Gaps up to each item that hold a line end whatever happens.
    hard: Vec<usize>,
    /// Items up to each that take several lines.
    tall: Vec<usize>,
}

impl Measure {
    fn of(text: &str, plan: &Plan) -> Self {
        let count = plan.items.len();
        let (mut flat, mut hard, mut tall) =
            (Vec::with_capacity(count), Vec::with_capacity(count), Vec::with_capacity(count));
        let mut sums = (0, 0, 0);
        for (index, item) in plan.items.iter().enumerate() {
            let gap = flat_gap(text, &plan.items, index);
            sums.0 += gap.unwrap_or(0) + item.width;
            sums.1 += usize::from(gap.is_none());
            sums.2 += usize::from(item.several_lines);
            flat.push(sums.0);
            hard.push(sums.1);
            tall.push(sums.2);
        }
        Self { flat, hard, tall }
    }

    /// Columns of a group on one line, if it may stand on one.
    fn width(&self, group: &Group, items: &[Item]) -> Option<usize> {
        let (first, last) = (group.first, group.last.max(group.first));
        let hard = self.hard[last] - self.hard[first];
        let tall = self.tall[last] - self.tall[first] + usize::from(items[first].several_lines);
        (hard + tall == 0).then(|| self.flat[last] - self.flat[first] + items[first].width)
    }
}

/// Columns of a gap if nothing is broken, `None` if it holds a line end anyway.
fn flat_gap(text: &str, items: &[Item], index: usize) -> Option<usize> {
    match items[index].form {
        Form::None | Form::Soft { space: false, .. } => Some(0),
        Form::Space | Form::Pad { .. } | Form::Soft { .. } => Some(1),
        Form::Line { .. } => None,
        Form::Verbatim => {
            let gap = &text[gap(items, index)];
            (!gap.contains(['\n', '\r'])).then(|| gap.chars().count())
        }
    }
}

/// Bytes of the source between an item and the one before.
fn gap(items: &[Item], index: usize) -> Range<usize> {
    let start = index.checked_sub(1).map_or(0, |before| items[before].range.end);
    start..items[index].range.start
}

/// A group that the printer is in.
struct Open {
    group: usize,
    inner: usize,
    outer: usize,
}

struct Printer<'a> {
    text: &'a str,
    plan: &'a Plan,
    measure: Measure,
    out: String,
    edits: Vec<Edit>,
    column: usize,
    open: Vec<Open>,
    broken: Vec<Option<bool>>,
    next_group: usize,
}

impl Printer<'_> {
    fn item(&mut self, index: usize) {
        while self.open.last().is_some_and(|open| self.plan.groups[open.group].last < index) {
            self.open.pop();
        }
        let gap = gap(&self.plan.items, index);
        let text = self.gap_text(index, &gap);
        self.write(gap, &text);
        while self
            .plan
            .groups
            .get(self.next_group)
            .is_some_and(|group| group.first == index || group.first == usize::MAX)
        {
            if self.plan.groups[self.next_group].first == index {
                self.open_group(self.next_group);
            }
            self.next_group += 1;
        }
        let item = &self.plan.items[index];
        let shown = items::shown(item.kind, &self.text[item.range.clone()]);
        self.write(item.range.clone(), &shown);
    }

    fn end(&mut self) {
        let start = self.plan.items.last().map_or(0, |item| item.range.end);
        let end = if self.plan.items.is_empty() { "" } else { "\n" };
        self.write(start..self.text.len(), end);
    }

    fn write(&mut self, range: Range<usize>, text: &str) {
        if self.text[range.clone()] != *text {
            self.edits.push(Edit { range, text: text.to_owned() });
        }
        self.out.push_str(text);
        self.column = match text.rfind('\n') {
            Some(at) => text[at + 1..].chars().count(),
            None => self.column + text.chars().count(),
        };
    }

    fn gap_text(&self, index: usize, gap: &Range<usize>) -> Cow<'static, str> {
        match self.plan.items[index].form {
            Form::None => "".into(),
            Form::Space => " ".into(),
            Form::Line { blank } => self.line(index, blank),
            Form::Soft { group, space, blank } => match self.broken[group] {
                Some(true) => self.line(index, blank),
                _ if space => " ".into(),
                _ => "".into(),
            },
            Form::Pad { group, extra } => {
                let broken = group.is_none_or(|group| self.broken[group] == Some(true));
                " ".repeat(1 + if broken { extra } else { 0 }).into()
            }
            Form::Verbatim => items::line_ends(self.text[gap.clone()].trim_start_matches('\u{FEFF}')).into(),
        }
    }

    fn line(&self, index: usize, blank: bool) -> Cow<'static, str> {
        let ends = if blank { "\n\n" } else { "\n" };
        format!("{ends}{}", " ".repeat(self.indent(index))).into()
    }

    /// How far in a line stands that begins with this item.
    fn indent(&self, index: usize) -> usize {
        let goes_on_from = self.plan.items[index].goes_on_from;
        let Some(open) = self.open.last() else {
            return goes_on_from.map_or(0, |_| INDENT);
        };
        let group = &self.plan.groups[open.group];
        if group.bracket && group.last == index {
            return open.outer;
        }
        match goes_on_from {
            Some(statement) if group.first < statement => open.inner + INDENT,
            _ => open.inner,
        }
    }

    fn open_group(&mut self, index: usize) {
        let outer_flat = self.open.last().is_some_and(|open| self.broken[open.group] == Some(false));
        let broken = !outer_flat && !self.fits(&self.plan.groups[index]);
        let outer = self.open.last().map_or(0, |open| open.inner);
        self.broken[index] = Some(broken);
        self.open.push(Open { group: index, inner: if broken { outer + INDENT } else { outer }, outer });
    }

    fn fits(&self, group: &Group) -> bool {
        let Some(width) = self.measure.width(group, &self.plan.items) else {
            return false;
        };
        let mut end = self.column + width;
        for index in group.last + 1..self.plan.items.len() {
            let Some(gap) = self.rest_gap(index) else {
                break;
            };
            if end > WIDTH {
                return false;
            }
            end += gap + self.plan.items[index].width;
        }
        end <= WIDTH
    }

    /// Columns of a gap after a group, `None` where a line may end.
    fn rest_gap(&self, index: usize) -> Option<usize> {
        let item = &self.plan.items[index];
        if super::rules::is_comment(item.kind) {
            return None; // a comment behind the code is not a reason to break it
        }
        if let Form::Soft { group, .. } = item.form
            && self.broken[group] != Some(false)
        {
            return None;
        }
        flat_gap(self.text, &self.plan.items, index)
    }
}
