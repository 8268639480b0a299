//! Points and rectangles, and the placed diagram that every layout gives.

/// A point; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Distance from the left.
    pub x: f64,
    /// Distance from the top.
    pub y: f64,
}

impl Point {
    /// A point.
    pub fn new(x: f64, y: f64) -> Self {
        Point { x, y }
    }

    /// The point moved by `by`.
    pub fn plus(self, by: Point) -> Self {
        Point::new(self.x + by.x, self.y + by.y)
    }

    /// Straight distance to `other`.
    pub fn distance(self, other: Point) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }

    /// The point `length` away from here in the direction of `other`.
    pub fn towards(self, other: Point, length: f64) -> Self {
        let all = self.distance(other);
        if all <= f64::EPSILON {
            return self;
        }
        let share = length / all;
        Point::new(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share)
    }
}

/// Width and height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Size {
    /// A size.
    pub fn new(width: f64, height: f64) -> Self {
        Size { width, height }
    }
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// A rectangle from its upper left corner and size.
    pub fn new(at: Point, size: Size) -> Self {
        Rect { x: at.x, y: at.y, width: size.width, height: size.height }
    }

    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(&self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the insides of both have a point in common.
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Whether `inner` lies within, edges included.
    pub fn contains(&self, inner: &Rect) -> bool {
        self.x <= inner.x && self.y <= inner.y && inner.right() <= self.right() && inner.bottom() <= self.bottom()
    }

    /// The rectangle drawn in by `by` on every side (out when negative).
    pub fn inset(&self, by: f64) -> Self {
        Rect {
            x: self.x + by,
            y: self.y + by,
            width: (self.width - 2.0 * by).max(0.0),
            height: (self.height - 2.0 * by).max(0.0),
        }
    }

    /// The rectangle moved by `by`.
    pub fn moved(&self, by: Point) -> Self {
        Rect { x: self.x + by.x, y: self.y + by.y, ..*self }
    }
}

/// A diagram with a place for everything that is drawn.
///
/// The vectors run parallel to those of the diagram; `None` stands for what is
/// hidden inside a collapsed boundary or could not be understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Placed {
    /// Extent of the picture, from (0, 0).
    pub size: Size,
    /// Boxes of the nodes.
    pub nodes: Vec<Option<Rect>>,
    /// Boxes of the boundaries.
    pub boundaries: Vec<Option<Rect>>,
    /// Lines of the flows.
    pub flows: Vec<Option<Route>>,
}

/// The line of a flow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Route {
    /// At least two points, from source to target.
    pub points: Vec<Point>,
    /// Where the label goes, if the flow has one.
    pub label: Option<Rect>,
}

/// Brings a coordinate to the grid of 0.1, so that the bytes written do not
/// depend on the last bits of a sum.
pub fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0 + 0.0
}
