//! An analysis as an editor needs it: with the declarations, what each name means, and the memory of the last one.

use crate::again::Before;
use crate::analysis::{Analysis, judge, judge_again};
use crate::drift;
use crate::library::{Base, build, build_noting};
pub use crate::package::Known;
use crate::package::{Hints, Lowerings, Packages, load_with};
use crate::references::{Recorder, Reference, note_members};
use crate::verify::with_tests;
use crate::world::World;
use std::sync::Arc;

/// What is known about a package and the text it was read from.
#[derive(Clone, Debug)]
pub struct Study {
    /// Declarations of all packages.
    pub packages: Arc<Packages>,
    /// What the compiler found out.
    pub analysis: Arc<Analysis>,
    /// Which name means what, in the order of the text.
    pub references: Arc<[Reference]>,
    /// What the packages of the standard library declare, in use or not.
    pub library: Arc<[Known]>,
}

/// What one study leaves for the next.
#[derive(Debug, Default)]
pub struct Memory {
    lowerings: Lowerings,
    hints: Hints,
    base: Option<Base>,
    /// The last analysis over that base.
    before: Option<Before>,
}

/// Studies the World's entry with no memory at all.
pub fn study(world: &dyn World) -> Study {
    let mut memory = Memory::default();
    let packages = load_with(world, &mut memory.lowerings);
    memory.over(world, packages)
}

impl Memory {
    /// Studies the World's entry. The memory makes it faster and changes nothing else.
    pub fn study(&mut self, world: &dyn World) -> Study {
        let packages = self.load(world);
        self.over(world, packages)
    }

    /// Analyses the World's entry, for who needs no more: the same as without a memory.
    pub fn analyse(&mut self, world: &dyn World) -> Arc<Analysis> {
        let packages = self.load(world);
        let mut built = match &self.base {
            Some(base) => base.build(&packages, Recorder::default()),
            None => build(&packages),
        };
        let analysis = judge(&packages, &built, world.today());
        let mut analysis = with_tests(&packages, &mut built, analysis);
        self.hints.give(world, &analysis.sources, &mut analysis.diagnostics);
        analysis.library = built.library;
        drift::lint(world, &packages, &mut analysis);
        Arc::new(analysis)
    }

    /// The packages, and under them what was built before or is built now.
    fn load(&mut self, world: &dyn World) -> Packages {
        let packages = load_with(world, &mut self.lowerings);
        if !self.base.as_ref().is_some_and(|base| base.serves(&packages)) {
            self.base = Base::new(&packages).filter(|base| base.serves(&packages));
            self.before = None;
        }
        packages
    }

    /// Studies packages, on what was built of them before.
    fn over(&mut self, world: &dyn World, packages: Packages) -> Study {
        let recorder = Recorder::keeping();
        let mut built = match &self.base {
            Some(base) => base.build(&packages, recorder.clone()),
            None => build_noting(&packages, recorder.clone()),
        };
        let before = self.before.take().filter(|_| self.base.is_some());
        let (analysis, sights) = judge_again(&packages, &built, world.today(), before.as_ref());
        let mut analysis = with_tests(&packages, &mut built, analysis);
        self.hints.give(world, &analysis.sources, &mut analysis.diagnostics);
        note_members(&built.library);
        analysis.library = built.library;
        drift::lint(world, &packages, &mut analysis);
        let analysis = Arc::new(analysis);
        self.before = Before::new(&packages, &analysis, sights);
        let known = self.base.as_ref().map_or(&[][..], |base| &base.references);
        Study {
            analysis,
            references: recorder.references(known).into(),
            library: self.hints.names(world),
            packages: Arc::new(packages),
        }
    }
}
