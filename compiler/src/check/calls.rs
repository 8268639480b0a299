//! Calls: functions of the language and of libraries.

use super::{Builtin, Checker, Ex, ExKind};
use crate::codes;
use crate::decl::{Arg, Expr, ExprKind, Path};
use crate::diagnostic::Diagnostic;
use crate::ids::FnId;
use crate::library::{Def, LookupError, roots};
use crate::lower::path_of;
use crate::source::Span;
use crate::value::Type;

const BUILTINS: &[(&str, Builtin)] = &[
    ("count", Builtin::Count),
    ("max", Builtin::Max),
    ("min", Builtin::Min),
    ("known", Builtin::Known),
    ("inherent", Builtin::Inherent),
    ("residual", Builtin::Residual),
    ("target", Builtin::Target),
];

impl Checker<'_> {
    pub(super) fn call(&mut self, callee: &Expr, args: &[Arg], span: Span, wanted: Option<&Type>) -> Ex {
        if let ExprKind::Name(name) = &callee.kind
            && let Some((_, builtin)) = BUILTINS.iter().find(|(known, _)| *known == &**name)
        {
            return self.builtin(*builtin, name, args, span, wanted);
        }
        let Some(path) = path_of(callee) else {
            self.report(
                Diagnostic::new(codes::WRONG_SORT, callee.span, "this cannot be called").label("not a function"),
            );
            return Self::error(span);
        };
        match self.library.scopes.lookup(self.package, &path) {
            Ok((Def::Fn(id), declared)) => {
                self.library.note_path(self.package, &path, Def::Fn(id), declared);
                self.call_function(id, &path, args, span)
            }
            Ok((Def::Broken, _)) => Self::error(span),
            Ok((def, _)) => {
                self.wrong_sort(&path, def, "a function");
                Self::error(span)
            }
            Err(LookupError::Ambiguous(_) | LookupError::Unknown) => {
                let written = path.text();
                let visible = self.library.scopes.visible(self.package);
                let mut names: Vec<String> = BUILTINS.iter().map(|(name, _)| (*name).to_owned()).collect();
                names.extend(
                    visible.iter().filter(|(_, def)| matches!(def, Def::Fn(_))).map(|(name, _)| name.to_string()),
                );
                let diagnostic =
                    Diagnostic::new(codes::UNKNOWN_NAME, path.span, format!("there is no function `{written}`"));
                self.report(diagnostic.label("not declared").did_you_mean(&written, &names));
                Self::error(span)
            }
        }
    }

    fn builtin(&mut self, builtin: Builtin, name: &str, args: &[Arg], span: Span, wanted: Option<&Type>) -> Ex {
        let [arg] = args else {
            let items: Vec<Expr> = args.iter().map(|arg| arg.value.clone()).collect();
            if matches!(builtin, Builtin::Max | Builtin::Min) && !items.is_empty() {
                let list = Expr { kind: ExprKind::List(items), span };
                return self.extreme(builtin, &list, span, wanted);
            }
            let message = format!("`{name}` takes one argument, found {}", args.len());
            self.report(Diagnostic::new(codes::TYPE_MISMATCH, span, message));
            return Self::error(span);
        };
        match builtin {
            Builtin::Count => {
                let list = self.infer(&arg.value);
                self.member_type(&list);
                Ex { kind: ExKind::Builtin(builtin, Box::new(list)), ty: Type::Int, span }
            }
            Builtin::Max | Builtin::Min => self.extreme(builtin, &arg.value, span, wanted),
            Builtin::Known => {
                let operand = self.infer(&arg.value);
                Ex { kind: ExKind::Builtin(builtin, Box::new(operand)), ty: Type::Bool, span }
            }
            Builtin::Inherent | Builtin::Residual | Builtin::Target => self.risk_of(builtin, name, &arg.value, span),
        }
    }

    fn extreme(&mut self, builtin: Builtin, list: &Expr, span: Span, wanted: Option<&Type>) -> Ex {
        let wanted = wanted.cloned().map(Type::list);
        let list = self.expr(list, wanted.as_ref());
        let ty = self.member_type(&list);
        if matches!(ty, Type::List(_)) {
            let diagnostic =
                Diagnostic::new(codes::TYPE_MISMATCH, list.span, "one list is needed here, not a list of lists");
            self.report(diagnostic.label("its members are lists").help(
                "a dot goes through lists of lists and gives one list: write `e.inflows.data` instead of `[f.data for f in e.inflows]`",
            ));
            return Self::error(span);
        }
        Ex { kind: ExKind::Builtin(builtin, Box::new(list)), ty, span }
    }

    fn risk_of(&mut self, builtin: Builtin, name: &str, arg: &Expr, span: Span) -> Ex {
        if !self.in_test {
            let message = format!("`{name}(…)` means something only in an `expect`");
            self.report(Diagnostic::new(codes::BAD_RULE, span, message).label("a rule cannot ask for its own result"));
            return Self::error(span);
        }
        let element = self.infer(arg);
        Ex { kind: ExKind::Builtin(builtin, Box::new(element)), ty: self.risk_type(), span }
    }

    /// The scale of the matrix that the first model type's default names; tests compare with its levels.
    fn risk_type(&self) -> Type {
        let model = &self.library.types[roots::MODEL];
        let chosen = model.property_order.iter().find(|prop| model.properties[*prop].ty == Type::Matrix);
        let matrix = chosen.and_then(|prop| model.defaults.get(prop)).map(|(value, _)| value.clone());
        let scale = self.risk_scale.or_else(|| matrix.and_then(|value| self.scale_of(&value)));
        // A matrix with mistakes has no scales.
        match scale.filter(|id| self.library.enums.get(*id).is_some()) {
            Some(id) => Type::Enum(id),
            None => Type::Any,
        }
    }

    fn scale_of(&self, matrix: &crate::value::Value) -> Option<crate::ids::EnumId> {
        match matrix {
            crate::value::Value::Matrix(id) => self.library.matrices.get(*id).map(|info| info.risk),
            _ => None,
        }
    }

    fn call_function(&mut self, id: FnId, path: &Path, args: &[Arg], span: Span) -> Ex {
        let Some(function) = self.library.functions.get(id).and_then(Option::as_ref) else {
            let message = format!("this call of `{}` closes a circle", path.text());
            self.report(
                Diagnostic::new(codes::RECURSIVE_FUNCTION, path.span, message)
                    .label("functions cannot call themselves, not even in a circle"),
            );
            return Self::error(span);
        };
        if function.params.len() != args.len() {
            let message = format!(
                "`{}` takes {}, found {}",
                function.name,
                match function.params.len() {
                    1 => "one argument".to_owned(),
                    many => format!("{many} arguments"),
                },
                args.len()
            );
            self.report(Diagnostic::new(codes::TYPE_MISMATCH, span, message));
            return Self::error(span);
        }
        let params: Vec<Type> = function.params.iter().map(|(_, ty)| ty.clone()).collect();
        let ty = function.body.ty.clone();
        let checked = args.iter().zip(&params).map(|(arg, param)| self.expect(&arg.value, param)).collect();
        Ex { kind: ExKind::Call { function: id, args: checked }, ty, span }
    }
}
