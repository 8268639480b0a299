//! Decisions: whole ones for threats that are open, and the parts of half-typed ones.

use super::{Completer, Item, Sort};
use crate::describe;
use crate::syntax::chain_before;
use jiff::ToSpan as _;
use tm_compiler::assess::Threat;
use tm_compiler::decl::Kind;
use tm_compiler::ids::RuleId;
use tm_compiler::library::Def;
use tm_compiler::value::Value;
use tm_grammar::SyntaxKind as K;

/// Whole decisions are offered for so many threats.
const MOST: usize = 40;

impl Completer<'_> {
    /// Words that begin a decision, and whole decisions for the threats that count.
    pub(super) fn decisions(&mut self) {
        let until = self.next_year();
        let forms = [
            (
                "accept",
                format!(
                    "accept ${{1:Threat}} on ${{2:element}} until {until} {{\n  by = \"$3\"\n  reason = \"$0\"\n}}"
                ),
            ),
            ("dismiss", "dismiss ${1:Threat} on ${2:element} { reason = \"$0\" }".to_owned()),
            ("transfer", "transfer ${1:Threat} on ${2:element} to ${3:party} { reason = \"$0\" }".to_owned()),
            (
                "mitigate",
                "mitigate ${1:Threat} on ${2:element} with ${3:Control} {\n  status = ${4:planned}$0\n}".to_owned(),
            ),
        ];
        for (word, insert) in forms {
            let item = Item::new(word, Sort::Keyword).detail("a decision about a threat").rank(6);
            self.items.push(item.snippet(insert));
        }
    }

    fn next_year(&self) -> String {
        let today = self.at.analysis().today;
        today.checked_add(1.year()).unwrap_or(today).to_string()
    }

    /// Behind `accept`, `dismiss`, `transfer`, `mitigate`.
    pub(super) fn decision_head(&mut self, word: K) {
        let before = &self.cursor.before;
        match before.last().map(|last| last.kind) {
            Some(K::AcceptKw | K::DismissKw | K::TransferKw | K::MitigateKw) => {
                self.whole(word);
                self.rules();
            }
            Some(K::OnKw) => self.carriers(),
            Some(K::ToKw) => self.elements_of(&[Kind::Actor, Kind::Process, Kind::Store]),
            Some(K::WithKw | K::LBracket | K::Comma) => self.mitigations(),
            Some(K::UntilKw) => {
                let date = self.next_year();
                self.items.push(Item::new(date, Sort::Text).detail("a year from now"));
            }
            Some(K::Arrow) => self.elements_of(&[Kind::Actor, Kind::Process, Kind::Store]),
            Some(K::Ident) => {
                let on = before.iter().any(|word| word.kind == K::OnKw);
                let next: &[&str] = match (on, word) {
                    (false, _) => &["on"],
                    (_, K::AcceptKw) => &["until"],
                    (_, K::TransferKw) => &["to"],
                    (_, K::MitigateKw) => &["with"],
                    _ => &[],
                };
                self.words(next);
            }
            _ => {}
        }
    }

    /// Threats that count, each as the rest of a whole decision.
    fn whole(&mut self, word: K) {
        let at = self.at;
        let counting = at.analysis().assessed.threats.iter().filter(|threat| threat.counts).take(MOST);
        for threat in counting {
            let target = self.target(threat);
            let rule = &at.library().rules[threat.instance.rule].name;
            let rest = match word {
                K::AcceptKw => format!(" until {} {{\n  by = \"$1\"\n  reason = \"$0\"\n}}", self.next_year()),
                K::DismissKw => " { reason = \"$0\" }".to_owned(),
                K::TransferKw => " to ${1:party} { reason = \"$0\" }".to_owned(),
                _ => {
                    let control = threat.missing.first().map(|id| at.library().controls[*id].name.to_string());
                    let control = control.unwrap_or_else(|| "Control".to_owned());
                    format!(" with ${{1:{control}}} {{\n  status = ${{2:planned}}$0\n}}")
                }
            };
            let item = Item::new(format!("{rule} on {target}"), Sort::Snippet);
            let item = item.detail(format!(
                "{} · {}",
                describe::risk(at, threat),
                at.library().rules[threat.instance.rule].title
            ));
            let order = self.items.len(); // the highest risk first
            let item = item.snippet(format!("{rule} on {target}{rest}")).rank(0);
            self.items.push(Item { order, ..item });
        }
    }

    /// A threat's element and witness as a decision names them.
    fn target(&self, threat: &Threat) -> String {
        let model = self.at.model();
        let mut target = model.target_words(threat.instance.carrier);
        for witness in &threat.instance.witnesses {
            if let Value::Element(id) = witness {
                target.push('.');
                target.push_str(model.roster.id_of(*id));
            }
        }
        target
    }

    /// The rule that the statement names.
    fn rule(&self) -> Option<RuleId> {
        let before = &self.cursor.before;
        let on = before.iter().position(|word| word.kind == K::OnKw)?;
        let names = chain_before(before, on);
        match self.at.library().scopes.lookup(self.package, &crate::features::signature::path(&names)) {
            Ok((Def::Rule(id), _)) => Some(id),
            _ => None,
        }
    }

    /// The elements that carry the rule first, then all others.
    pub(super) fn carriers(&mut self) {
        let rule = self.rule();
        let at = self.at;
        let hit = at.analysis().assessed.threats.iter().filter(|threat| Some(threat.instance.rule) == rule);
        for threat in hit {
            let detail = format!("{} · {}", describe::risk(at, threat), threat.status.word());
            self.items.push(Item::new(self.target(threat), Sort::Element).detail(detail).rank(0));
        }
        self.elements();
    }

    /// The controls that the rule lists first, then all others.
    fn mitigations(&mut self) {
        if let Some(rule) = self.rule() {
            let library = self.at.library();
            for used in &library.rules[rule].mitigated_by {
                let info = &library.controls[used.control];
                let share = used.strength.unwrap_or(info.strength);
                let detail = format!("removes {}% of the {}", (share * 100.0).round(), info.reduces.word());
                let item = Item::new(&*info.name, Sort::Control).detail(detail).rank(0);
                self.items.push(Item { declared: Some(self.at.location(info.span)), ..item });
            }
        }
        self.controls();
    }

    /// Behind `expect`.
    pub(super) fn expectation(&mut self) {
        match self.cursor.last().map(|word| word.kind) {
            Some(K::ExpectKw) => {
                self.words(&["no", "possible", "assumed"]);
                self.items.iter_mut().for_each(|item| item.rank = 0);
                let from = self.items.len();
                self.rules();
                self.items[from..].iter_mut().for_each(|item| item.rank = 1);
                let from = self.items.len();
                self.expression();
                self.items[from..].iter_mut().for_each(|item| item.rank += 2);
            }
            Some(K::NoKw | K::PossibleKw | K::AssumedKw) => self.rules(),
            Some(K::OnKw) => self.carriers(),
            Some(K::Ident) if self.cursor.before.len() <= 3 => self.words(&["on"]),
            _ => self.expression(),
        }
    }
}
