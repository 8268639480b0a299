//! The codes of all diagnostics. Each has a page in `docs/errors/`, which `tm explain CODE` shows.
//!
//! By stage: E01xx text and syntax, E02xx names and packages, E03xx types, E04xx the model's structure,
//! E05xx libraries, E06xx decisions, E07xx policies and tests, E08xx the system as it is built; warnings begin with W.

pub use tm_grammar::error::code::{
    BIDI_CONTROL, CONFLICT_MARKER, RESERVED_NAME, STRAY_CLOSER, SYNTAX, TOO_DEEP, TOO_MANY, UNCLOSED,
    UNEXPECTED_CHARACTER, UNTERMINATED_STRING,
};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = $code;)*

        /// All codes, in order.
        pub const ALL: &[&str] = &[
            UNEXPECTED_CHARACTER, UNTERMINATED_STRING, BIDI_CONTROL, CONFLICT_MARKER, UNCLOSED, STRAY_CLOSER, TOO_DEEP, TOO_MANY,
            SYNTAX, RESERVED_NAME, $($name,)*
        ];
    };
}

codes! {
    /// A file that is not UTF-8 text.
    NOT_TEXT = "E0109";
    /// A number, percentage, duration or amount that cannot be.
    BAD_NUMBER = "E0112";
    /// A date that is not in the calendar.
    BAD_DATE = "E0113";
    /// A backslash with a letter that means nothing.
    BAD_ESCAPE = "E0114";
    /// A member where it does not belong.
    MISPLACED_MEMBER = "E0115";

    /// A file or folder that cannot be read.
    UNREADABLE = "E0201";
    /// A package that is not there.
    UNKNOWN_PACKAGE = "E0202";
    /// Packages that use each other in a circle.
    IMPORT_CYCLE = "E0203";
    /// A `tm.toml` with mistakes.
    BAD_MANIFEST = "E0204";
    /// A name that is declared twice.
    DUPLICATE_NAME = "E0205";
    /// A name that nothing declares.
    UNKNOWN_NAME = "E0206";
    /// A name that two packages declare.
    AMBIGUOUS_NAME = "E0207";
    /// A name of the wrong sort: a type where an element is needed, …
    WRONG_SORT = "E0208";
    /// A package with the name of another.
    TAKEN_NAME = "E0209";

    /// A type that inherits from itself.
    INHERITANCE_CYCLE = "E0301";
    /// A property that the type does not have.
    UNKNOWN_PROPERTY = "E0302";
    /// A value of the wrong type.
    TYPE_MISMATCH = "E0303";
    /// A value that the enum or scale does not have.
    UNKNOWN_VALUE = "E0304";
    /// A fact of a type that an element or subtype contradicts.
    CONTRADICTS_TYPE = "E0305";
    /// Two bases of a type that do not fit together.
    CONFLICTING_BASES = "E0306";
    /// A type of the wrong kind, a base of another kind.
    WRONG_KIND = "E0307";
    /// A property declared twice.
    DUPLICATE_PROPERTY = "E0308";
    /// A value given twice.
    DUPLICATE_VALUE = "E0309";
    /// Values of unlike types compared.
    UNLIKE_COMPARED = "E0310";
    /// A division by zero.
    DIVISION_BY_ZERO = "E0311";

    /// A flow end that cannot be one.
    BAD_FLOW_END = "E0401";
    /// Two unnamed flows between the same ends.
    DUPLICATE_FLOW = "E0402";
    /// More than one model in a package.
    SECOND_MODEL = "E0403";
    /// A control where it may not stand, or that contradicts a stated fact.
    BAD_CONTROL = "E0404";
    /// An earlier name that means something else.
    DISPUTED_NAME = "E0405";

    /// A mistake in a rule.
    BAD_RULE = "E0501";
    /// A condition that can never be true.
    NEVER_TRUE = "E0502";
    /// A binding that nothing reads.
    UNUSED_BINDING = "E0503";
    /// A scale whose numbers do not rise.
    BAD_SCALE = "E0504";
    /// A matrix that is not total or not monotone.
    BAD_MATRIX = "E0505";
    /// A function that calls itself.
    RECURSIVE_FUNCTION = "E0506";
    /// A catalogue that cannot be read as it is declared.
    BAD_CATALOG = "E0507";
    /// An id that its catalogue does not have.
    UNKNOWN_REFERENCE = "E0508";
    /// A table of resources with a mistake.
    BAD_RESOURCES = "E0509";
    /// An icon that is not there.
    UNKNOWN_ICON = "E0510";
    /// A file that cannot be used as an icon.
    BAD_ICON = "E0511";
    /// A condition that looks at more than a machine goes through.
    TOO_MUCH = "E0512";

    /// A decision that matches no threat.
    UNMATCHED_DECISION = "E0601";
    /// A decision that has expired.
    EXPIRED_DECISION = "E0602";
    /// A decision without what it needs.
    INCOMPLETE_DECISION = "E0603";
    /// Two decisions about one threat.
    CONFLICTING_DECISIONS = "E0604";

    /// A policy that is broken.
    BROKEN_POLICY = "E0701";
    /// A test that failed.
    FAILED_TEST = "E0702";
    /// A test or policy that is put together wrongly.
    BAD_TEST = "E0703";

    /// A resource that no element claims.
    UNCLAIMED_RESOURCE = "E0801";
    /// An element whose resource is not there.
    GONE_RESOURCE = "E0802";
    /// A fact that is otherwise in what is built.
    DISAGREEING_FACT = "E0803";
    /// A resource that can be reached from outside, where the model shows no way in.
    OPENED_RESOURCE = "E0804";
    /// A port that can be reached from outside, and that no flow from there would use.
    UNUSED_PORT = "E0805";

    /// A name that does not follow the convention.
    NAME_STYLE = "W0201";
    /// A key of `tm.toml` that means nothing.
    UNKNOWN_KEY = "W0202";
    /// A store that opens a flow.
    STORE_OPENS_FLOW = "W0401";
    /// Data that a store holds and nothing carries.
    UNCARRIED_DATA = "W0402";
    /// Data that nothing in the model holds or carries.
    UNUSED = "W0403";
    /// A model without elements.
    EMPTY_MODEL = "W0404";
    /// A goal to which no way leads.
    NO_WAY = "W0405";
    /// A model at which no rule looks.
    NO_RULES = "W0406";
    /// An element that no flow touches, nothing names, and no rule finds anything at.
    UNTOUCHED = "W0407";
    /// An id that its catalogue has retired.
    RETIRED_REFERENCE = "W0501";
    /// An id that its catalogue advises against.
    UNSUITED_REFERENCE = "W0502";
    /// A reference that is no id of any catalogue.
    STRANGE_REFERENCE = "W0503";
    /// A decision that expires soon.
    EXPIRES_SOON = "W0601";
    /// A vulnerability without a rating.
    UNRATED_VULNERABILITY = "W0602";
    /// A policy that is unknown for an element.
    UNDECIDED_POLICY = "W0701";
    /// A requirement of a regime that nothing meets.
    UNMET_REQUIREMENT = "W0702";
    /// Requirements of a regime that cannot be judged.
    UNDECIDED_REQUIREMENT = "W0703";
}

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/pages.rs"));
}

/// The page of a code (Markdown): what it checks, a failing and a repaired example.
pub fn page(code: &str) -> Option<&'static str> {
    embedded::PAGES.iter().find(|(known, _)| known.eq_ignore_ascii_case(code)).map(|(_, text)| *text)
}
