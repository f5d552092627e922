//! Saying what is going on, how long it usually takes, and how long it took.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};

use crate::failure::Outcome;
use crate::paths;

/// Shorter work is not worth a line about its time.
const WORTH_TELLING: Duration = Duration::from_secs(2);

/// How often work says that it still goes on: some is silent for long.
const STILL_EVERY: Duration = Duration::from_mins(1);

/// Announces `doing` with the time it took on this machine before, does `work`, and prints the time it took.
pub(crate) fn timed<T>(doing: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    measured(doing, None, work)
}

/// The same for work that takes minutes. `range` is what it takes on machines with two cores, for the first time.
pub(crate) fn timed_long<T>(doing: &str, range: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    measured(doing, Some(range), work)
}

fn measured<T>(doing: &str, range: Option<&str>, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let times = times_file();
    let before = times.as_deref().and_then(|file| remembered(file, doing));
    eprintln!("==> {doing}{}", expectation(before, range));
    let watch = Stopwatch::start();
    let result = if range.is_some() { with_heartbeat(doing, work)? } else { work()? };
    if watch.elapsed() >= WORTH_TELLING {
        eprintln!("    {watch}: {doing}");
        if let Some(file) = times {
            remember(&file, doing, watch.elapsed());
        }
    }
    Ok(result)
}

/// What to say of the time before it is known: the last one of this machine, else `range`.
fn expectation(before: Option<Duration>, range: Option<&str>) -> String {
    match (before, range) {
        (Some(time), _) => format!(" ({} when it last had work to do)", words(time)),
        (None, Some(range)) => format!(" ({range} on two cores)"),
        (None, None) => String::new(),
    }
}

/// Where the times of this machine are kept.
fn times_file() -> Option<PathBuf> {
    paths::cache().ok().map(|cache| cache.join("times.json"))
}

fn all_remembered(file: &Path) -> Map<String, Value> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

fn remembered(file: &Path, doing: &str) -> Option<Duration> {
    all_remembered(file).get(doing)?.as_u64().map(Duration::from_secs)
}

/// Keeps a time. One that can't be kept is missed by nobody.
fn remember(file: &Path, doing: &str, time: Duration) {
    /// Parts of a build run side by side.
    static WRITING: Mutex<()> = Mutex::new(());
    let _writing = WRITING.lock();
    let mut times = all_remembered(file);
    times.insert(doing.to_owned(), time.as_secs().into());
    let _ = std::fs::create_dir_all(file.parent().unwrap_or(file));
    let _ = std::fs::write(file, format!("{:#}\n", Value::Object(times)));
}

/// Does `work`, and says again and again that it still goes on.
fn with_heartbeat<T>(doing: &str, work: impl FnOnce() -> T) -> T {
    let (done, ended) = channel::<()>();
    let (doing, watch) = (doing.to_owned(), Stopwatch::start());
    std::thread::spawn(move || {
        while ended.recv_timeout(STILL_EVERY) == Err(RecvTimeoutError::Timeout) {
            eprintln!("    {watch} so far: {doing}");
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

    #[test]
    fn the_last_time_is_remembered_by_name() {
        let file = paths::scratch().join("tests").join("times").join("times.json");
        paths::remove_folder(file.parent().unwrap()).unwrap();
        assert_eq!(remembered(&file, "one"), None);
        remember(&file, "one", Duration::from_secs(80));
        remember(&file, "two", Duration::from_secs(3));
        remember(&file, "one", Duration::from_secs(79));
        assert_eq!(remembered(&file, "one"), Some(Duration::from_secs(79)));
        assert_eq!(remembered(&file, "two"), Some(Duration::from_secs(3)));
        paths::write(&file, "no JSON").unwrap();
        assert_eq!(remembered(&file, "one"), None);
    }

    #[test]
    fn what_this_machine_took_stands_before_what_others_take() {
        let before = Some(Duration::from_secs(79));
        assert_eq!(expectation(before, Some("1 to 3 minutes")), " (1 min 19 s when it last had work to do)");
        assert_eq!(expectation(None, Some("1 to 3 minutes")), " (1 to 3 minutes on two cores)");
        assert_eq!(expectation(None, None), "");
    }
}
