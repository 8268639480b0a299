//! A service on this machine: speaks as much HTTP as is needed to stand in for those of others, and to misbehave.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// What somebody asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// `POST`.
    pub method: String,
    /// `/rest/api/3/issue`.
    pub path: String,
    /// Headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: String,
}

impl Asked {
    /// A header; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }
}

/// What a service does.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A status, headers as lines, a body.
    Says(u16, String, String),
    /// Nothing, for longer than anybody waits in a test.
    Hangs,
    /// The connection is cut in the middle of an answer.
    Breaks,
    /// Bytes that are not HTTP.
    Garbage,
}

impl Reply {
    /// A status and a body.
    pub fn says(status: u16, body: impl Into<String>) -> Self {
        Reply::Says(status, String::new(), body.into())
    }
}

/// A service that answers until the process ends.
pub struct Server {
    /// `http://127.0.0.1:PORT`.
    pub address: String,
    /// What was asked.
    pub asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    /// Starts a service.
    ///
    /// # Panics
    /// Where no port is free.
    #[expect(clippy::unwrap_used, reason = "this is how a test fails")]
    pub fn start(answer: impl FnMut(&Asked) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (log, answer) = (Arc::clone(&asked), Arc::new(Mutex::new(answer)));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                thread::spawn(move || {
                    let Some(request) = read(&stream) else { return };
                    log.lock().unwrap_or_else(PoisonError::into_inner).push(request.clone());
                    let reply = (answer.lock().unwrap_or_else(PoisonError::into_inner))(&request);
                    write(&stream, &reply);
                });
            }
        });
        Server { address, asked }
    }

    /// How often something was asked.
    pub fn times(&self) -> usize {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

fn read(stream: &TcpStream) -> Option<Asked> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace().map(str::to_owned);
    let (method, path) = (words.next()?, words.next()?);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(':') {
            Some((name, value)) => headers.push((name.to_lowercase(), value.trim().to_owned())),
            None => break,
        }
    }
    let length = headers.iter().find(|(name, _)| name == "content-length").and_then(|(_, value)| value.parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(Asked { method, path, headers, body: String::from_utf8_lossy(&body).into_owned() })
}

/// Whoever asked may be gone by now.
fn write(mut stream: &TcpStream, reply: &Reply) {
    let _ = match reply {
        Reply::Says(status, headers, body) => stream.write_all(
            format!(
                "HTTP/1.1 {status} Said\r\n{headers}Connection: close\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            )
            .as_bytes(),
        ),
        Reply::Hangs => {
            thread::sleep(Duration::from_secs(20));
            Ok(())
        }
        Reply::Breaks => stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"half\":"),
        Reply::Garbage => stream.write_all(b"\x00\x01\x02 this is no HTTP \xff\xfe\r\n\r\n"),
    };
}
