//! The outermost net: a defect of tm ends in a request to report it, never in a raw panic.

use crate::exit::{Exit, Failure};
use std::io::Write as _;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Deep models need more stack than a main thread has on some systems.
pub const STACK: usize = 64 << 20;

/// Runs the work on a thread of its own; a panic becomes exit code 3.
pub fn run(work: impl FnOnce() -> Exit + Send + 'static) -> Exit {
    let place = Arc::new(Mutex::new(String::new()));
    remember_place(&place);
    catch(work, &place)
}

fn catch(work: impl FnOnce() -> Exit + Send + 'static, place: &Mutex<String>) -> Exit {
    let caught = move || panic::catch_unwind(AssertUnwindSafe(work));
    let worker = thread::Builder::new().stack_size(STACK).spawn(caught);
    let outcome = worker.map(|worker| worker.join().unwrap_or_else(Err));
    match outcome {
        Ok(Ok(exit)) => exit,
        Ok(Err(_)) => {
            let place = place.lock().unwrap_or_else(PoisonError::into_inner).clone();
            report(&request(&place));
            Exit::Internal
        }
        Err(error) => {
            report(&format!("error: cannot start a thread: {error}\n"));
            Exit::Invalid
        }
    }
}

/// Does work that strangers may have made long, on a thread of its own, and waits only so long. The process ends soon after.
///
/// # Errors
/// Where the work fails, breaks down, or takes longer.
pub fn within<T: Send + 'static>(
    limit: Duration,
    what: &str,
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let (done, answer) = mpsc::channel();
    let worker = thread::Builder::new().stack_size(STACK).spawn(move || done.send(work()));
    worker.map_err(|error| Failure::new(format!("cannot start a thread: {error}")))?;
    match answer.recv_timeout(limit) {
        Ok(answer) => answer,
        Err(RecvTimeoutError::Timeout) => Err(Failure::new(format!("{what} takes longer than {} s", limit.as_secs()))),
        Err(RecvTimeoutError::Disconnected) => Err(Failure::new(format!("{what} broke down"))),
    }
}

/// Panics say nothing themselves: some are caught and mended further in.
fn remember_place(place: &Arc<Mutex<String>>) {
    let place = Arc::clone(place);
    panic::set_hook(Box::new(move |info| {
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        *place = info.to_string();
    }));
}

fn request(place: &str) -> String {
    format!(
        "internal error: this is a defect of tm, not of your model\n\n{}\n\nplease report it with the text above and, if you can, the model: {}/issues\n",
        indented(place),
        env!("CARGO_PKG_REPOSITORY"),
    ) + &format!("tm {}\n", env!("CARGO_PKG_VERSION"))
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
    lines.join("\n")
}

fn report(text: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = std::io::stderr().write_all(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_internal_error() {
        let place = Mutex::default();
        assert_eq!(catch(|| panic!("lost"), &place), Exit::Internal);
        assert_eq!(catch(|| Exit::Findings, &place), Exit::Findings);
    }

    #[test]
    fn the_request_names_the_place_and_the_address() {
        let text = request("panicked at a.rs:1\nlost");
        assert!(text.contains("  panicked at a.rs:1\n  lost\n") && text.contains("/issues"));
    }
}
