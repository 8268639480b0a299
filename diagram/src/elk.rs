//! Layered layout through `elkrs`, a Rust rewrite of the Eclipse Layout Kernel.
//!
//! The engine may panic and recurses deeply, so it runs on a thread with a large
//! stack, panics caught; a diagram beyond its means is refused before.

mod answer;
mod request;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::geometry::{Placed, Size};
use crate::layout::{Layout, LayoutError};
use crate::scene::Scene;

const STACK: usize = 32 << 20;
const THREAD: &str = "tm-diagram-layout";
/// Boxes and flows together; beyond, no reader would find anything.
const MOST: usize = 8_000;
/// The engine reads JSON, which may nest 128 levels; a boundary takes two.
const DEEPEST: usize = 48;
/// Far above what the largest accepted diagram takes; a guard against a loop in
/// the engine, never a budget, so that the result does not depend on the machine.
const PATIENCE: Duration = Duration::from_secs(300);

/// The layered engine.
#[derive(Clone, Copy, Debug, Default)]
pub struct Elk;

impl Layout for Elk {
    fn layout(&self, scene: &Scene) -> Result<Placed, LayoutError> {
        check_extent(scene)?;
        if scene.children()[0].is_empty() {
            return Ok(nothing(scene));
        }
        let answer = run(request::build(scene).to_string())?;
        answer::read(scene, &answer).map_err(LayoutError::Failed)
    }
}

fn check_extent(scene: &Scene) -> Result<(), LayoutError> {
    let count = scene.nodes.len() + scene.boundaries.len() + scene.flows.len();
    let depth = scene.boundaries.iter().map(|b| b.depth + 1).max();
    match depth {
        _ if count > MOST => Err(LayoutError::TooLarge(count)),
        Some(depth) if depth > DEEPEST => Err(LayoutError::TooDeep(depth)),
        _ => Ok(()),
    }
}

fn nothing(scene: &Scene) -> Placed {
    Placed {
        size: Size::default(),
        nodes: vec![None; scene.nodes.len()],
        boundaries: vec![None; scene.boundaries.len()],
        flows: vec![None; scene.flows.len()],
    }
}

fn run(request: String) -> Result<Value, LayoutError> {
    guarded(move || elkrs::create_elk().layout_json(&request))
}

/// Runs `engine` where neither its panics nor its depth hurt anybody.
fn guarded<T: Send + 'static>(engine: impl FnOnce() -> Result<T, String> + Send + 'static) -> Result<T, LayoutError> {
    quieten_panics();
    let (sender, receiver) = mpsc::channel();
    let work = move || {
        let answer = catch_unwind(AssertUnwindSafe(engine));
        // Nobody listens any more once the patience below has run out.
        let _ = sender.send(answer.unwrap_or_else(|_| Err("it panicked".to_owned())));
    };
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    thread.spawn(work).map_err(|why| LayoutError::Failed(why.to_string()))?;
    match receiver.recv_timeout(PATIENCE) {
        Ok(answer) => answer.map_err(LayoutError::Failed),
        Err(mpsc::RecvTimeoutError::Timeout) => Err(LayoutError::TimedOut),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(LayoutError::Failed("it broke off".to_owned())),
    }
}

/// A panic that is caught and answered with another layout must not print on the
/// user's terminal; panics of all other threads go where they went.
fn quieten_panics() {
    static DONE: Once = Once::new();
    DONE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(THREAD) {
                before(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_and_a_refusal_are_errors() {
        let panicked = guarded::<()>(|| panic!("no"));
        assert_eq!(panicked, Err(LayoutError::Failed("it panicked".to_owned())));
        assert!(matches!(run("nonsense".to_owned()), Err(LayoutError::Failed(_))));
    }

    #[test]
    fn the_stack_is_deep() {
        fn dig(depth: u32) -> u32 {
            let room = std::hint::black_box([depth; 256]);
            if depth == 0 { 0 } else { 1 + dig(depth - 1).min(room[0]) }
        }
        assert_eq!(guarded(|| Ok(dig(8_000))), Ok(8_000));
    }
}
