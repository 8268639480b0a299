//! A sign of life for work that takes over a second.

use crate::console::Console;
use std::io::Write as _;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(1);
const BEAT: Duration = Duration::from_millis(250);

/// Shows how long the work has taken, on standard error, until it is dropped.
pub struct Progress {
    stop: Option<Sender<()>>,
    shower: Option<JoinHandle<()>>,
}

impl Progress {
    /// Starts counting; only a screen sees it.
    pub fn start(console: &Console, what: &'static str) -> Self {
        if !console.err_is_screen {
            return Progress { stop: None, shower: None };
        }
        let (stop, stopped) = mpsc::channel();
        let shower = thread::Builder::new().spawn(move || {
            let began = Instant::now();
            let mut wait = PATIENCE;
            let mut shown = false;
            while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                show(&format!("\r{what} … {} s", began.elapsed().as_secs()));
                (wait, shown) = (BEAT, true);
            }
            if shown {
                show("\r\x1b[K");
            }
        });
        Progress { stop: Some(stop), shower: shower.ok() }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(shower) = self.shower.take() {
            // A sign of life that failed is no reason to fail.
            let _ = shower.join();
        }
    }
}

fn show(text: &str) {
    let mut err = std::io::stderr();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}
