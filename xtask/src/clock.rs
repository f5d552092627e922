//! Telling what is going on and how long it took.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use crate::failure::Outcome;

/// Announces `doing`, does `work`, and tells the time it took when that is worth a line.
pub(crate) fn timed<T>(doing: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    eprintln!("==> {doing}");
    let watch = Stopwatch::start();
    let result = with_heartbeat(work)?;
    if watch.elapsed() >= Duration::from_secs(2) {
        eprintln!("    done in {watch}");
    }
    Ok(result)
}

/// Does `work`, and says every minute that it still goes on: some steps are silent for long.
fn with_heartbeat<T>(work: impl FnOnce() -> T) -> T {
    const BEAT: Duration = Duration::from_mins(1);
    let (done, ended) = channel::<()>();
    let watch = Stopwatch::start();
    std::thread::spawn(move || {
        while ended.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
            eprintln!("    still at it, {watch} so far");
        }
    });
    let result = work();
    drop(done);
    result
}

/// Measures from its start.
pub(crate) struct Stopwatch(Instant);

impl Stopwatch {
    pub(crate) fn start() -> Self {
        Self(Instant::now())
    }

    pub(crate) fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

impl std::fmt::Display for Stopwatch {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&words(self.elapsed()))
    }
}

fn words(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds >= 60 {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    } else {
        format!("{:.1} s", time.as_secs_f32())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_people_say_them() {
        assert_eq!(words(Duration::from_millis(2340)), "2.3 s");
        assert_eq!(words(Duration::from_secs(245)), "4 min 05 s");
    }
}
