//! What an element states about itself.

use super::{Element, Stated, brackets};
use crate::builtins::attribute;
use crate::check::{Checker, ExKind};
use crate::codes;
use crate::decl::{self, Assign, Ident};
use crate::diagnostic::Diagnostic;
use crate::ids::{EnumId, PropId};
use crate::library::{as_list, fold};
use crate::source::Span;
use crate::value::{Type, Value};

/// Reads the assignments of one element.
pub(super) struct Body<'c, 'b> {
    pub(super) checker: &'c mut Checker<'b>,
    pub(super) element: &'c mut Element,
    /// True where the stated type could not be found: nobody knows which properties it has.
    pub(super) untyped: bool,
}

impl Body<'_, '_> {
    /// The word `external` before the declaration.
    pub(super) fn external(&mut self, span: Span) {
        self.element.external = true;
        self.element.stated.push(Stated { prop: attribute::EXTERNAL, value: Value::Bool(true), span });
    }

    pub(super) fn members(&mut self, body: &decl::Body) {
        self.element.stated.reserve_exact(body.assigns.len());
        let loose = if self.untyped { Vec::new() } else { brackets::loose(self.checker, self.element.ty, body) };
        for assign in body
            .assigns
            .iter()
            .filter(|assign| loose.binary_search_by_key(&assign.path.span.start, |span| span.start).is_err())
        {
            self.assign(assign);
        }
        self.appetite(&body.assigns);
    }

    fn assign(&mut self, assign: &Assign) {
        let [name] = assign.path.segments.as_slice() else {
            let diagnostic =
                Diagnostic::new(codes::UNKNOWN_PROPERTY, assign.path.span, "an element states its own properties only")
                    .label("a path is not one of its properties");
            self.checker.diagnostics.push(diagnostic);
            return;
        };
        if let Some(title) = &assign.title {
            let diagnostic = Diagnostic::new(codes::MISPLACED_MEMBER, title.span, "a property has no title")
                .help("write `name = value`");
            self.checker.diagnostics.push(diagnostic);
        }
        let Some((prop, ty)) = self.checker.property(self.element.ty, &name.name) else {
            if self.checker.leads_on(self.element.ty, &name.name) {
                self.derived(name);
            } else if !self.untyped {
                self.checker.unknown_property(self.element.ty, name);
            }
            return;
        };
        self.checker.library.note_property(name.span, self.element.ty, prop);
        if ty == Type::RiskLevel {
            return; // once the matrix is known
        }
        let Some(value) = self.value(assign, &ty) else {
            return;
        };
        self.state(prop, value, assign.path.span);
    }

    /// Reports that somebody states what follows from the rest of the model.
    fn derived(&mut self, name: &Ident) {
        let message = format!("`{}` follows from the model and cannot be stated", name.name);
        let diagnostic = Diagnostic::new(codes::UNKNOWN_PROPERTY, name.span, message)
            .label("conditions read it, nothing sets it")
            .help(instead(&name.name));
        self.checker.diagnostics.push(diagnostic);
    }

    /// The value of an assignment. A bare name means `true`, so it must name a Bool.
    fn value(&mut self, assign: &Assign, ty: &Type) -> Option<Value> {
        if assign.bare && !matches!(ty, Type::Bool | Type::Error) {
            let shown = ty.show(self.checker.library);
            let name = assign.path.text();
            let diagnostic = Diagnostic::new(codes::TYPE_MISMATCH, assign.path.span, format!("`{name}` needs a value"))
                .label(format!("of type `{shown}`"))
                .help(format!("write `{name} = …`; a bare name means `= true`"));
            self.checker.diagnostics.push(diagnostic);
            return None;
        }
        let before = self.checker.diagnostics.len();
        let ex = self.checker.expect(&assign.value, ty);
        let value = fold(&ex);
        let reported = self.checker.diagnostics.len() > before || ex.is_broken();
        if value.is_none() && !reported {
            let diagnostic =
                Diagnostic::new(codes::TYPE_MISMATCH, assign.value.span, "an element states values, not computations")
                    .label("to be computed");
            self.checker.diagnostics.push(diagnostic);
        }
        value.map(|value| as_list(value, ty))
    }

    fn state(&mut self, prop: PropId, value: Value, span: Span) {
        let library = self.checker.library;
        let name = library.props.name(prop);
        if let Some(earlier) = self.element.stated(prop) {
            let diagnostic = Diagnostic::new(codes::DUPLICATE_VALUE, span, format!("`{name}` is stated twice"))
                .label("stated again here")
                .also(earlier.span, "first stated here");
            self.checker.diagnostics.push(diagnostic);
            return;
        }
        let ty = &library.types[self.element.ty];
        if let Some((fact, at)) = ty.facts.get(&prop).filter(|(fact, _)| *fact != value && value != Value::Unknown) {
            let (fact, value) = (fact.show(library, self.checker.roster), value.show(library, self.checker.roster));
            let diagnostic = Diagnostic::new(
                codes::CONTRADICTS_TYPE,
                span,
                format!("`{name}` is {fact} for every `{}`, not {value}", ty.name),
            )
            .label("contradicts its type")
            .also(*at, "a fact of the type")
            .help("leave it out, or choose another type");
            self.checker.diagnostics.push(diagnostic);
            return;
        }
        if prop == attribute::EXTERNAL {
            self.element.external = value == Value::Bool(true);
        }
        if value != Value::Unknown {
            self.element.stated.push(Stated { prop, value, span });
        }
    }

    /// The appetite is a level of the scale by which the model's matrix measures risk.
    fn appetite(&mut self, assigns: &[Assign]) {
        if !self.checker.library.types[self.element.ty].properties.contains_key(&attribute::APPETITE) {
            return; // where it is stated it is reported as unknown
        }
        let wanted = |assign: &&Assign| assign.path.text() == self.checker.library.props.name(attribute::APPETITE);
        let Some(assign) = assigns.iter().find(wanted) else {
            return;
        };
        let Some(scale) = self.risk_scale() else {
            return;
        };
        let level = self.checker.expect(&assign.value, &Type::Enum(scale));
        if let ExKind::Const(value) = level.kind {
            self.state(attribute::APPETITE, value, assign.path.span);
        }
    }

    /// The scale of the matrix that the model states, or of the one its type assumes.
    fn risk_scale(&self) -> Option<EnumId> {
        let library = self.checker.library;
        let info = &library.types[self.element.ty];
        let prop = info.property_order.iter().find(|prop| info.properties[*prop].ty == Type::Matrix)?;
        let value = match self.element.stated(*prop) {
            Some(stated) => &stated.value,
            None => {
                &info.defaults.get(prop).or_else(|| library.types[crate::library::roots::MODEL].defaults.get(prop))?.0
            }
        };
        match value {
            Value::Matrix(id) => {
                library.matrices.get(*id).map(|matrix| matrix.risk).filter(|id| library.enums.get(*id).is_some())
            }
            _ => None,
        }
    }
}

/// What to write where somebody stated what follows from the model.
fn instead(name: &str) -> &'static str {
    match name {
        "data" => "state what travels: `sends = …` along the arrow, `receives = …` against it",
        "controls" => "write `apply CONTROL` to say that a control is there",
        "protocol" => "the protocol stands behind `over`",
        "name" => "the name stands behind the kind: `process NAME`",
        "title" => "the title stands in quotes before the braces: `process NAME: TYPE \"Title\" { … }`",
        "source" | "target" => "the ends of a flow stand at its arrow",
        "boundary" | "boundaries" | "parent" | "elements" | "children" => {
            "declare elements between the braces of the boundary in which they stand"
        }
        _ => "leave it out: it is derived from where elements stand and from the flows between them",
    }
}
