//! Requests and answers.

use super::gate::{self, Refusal};
use super::live::Shown;
use super::state;
use crate::guard::STACK;
use http_body_util::channel::Channel;
use http_body_util::{Either, Full};
use hyper::body::{Body as _, Bytes, Incoming};
use hyper::header::{ALLOW, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use percent_encoding::percent_decode_str;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};

/// So many connections at once; a browser has six.
const CONNECTIONS: usize = 64;
/// A request must be there after so long.
const PATIENCE: Duration = Duration::from_secs(10);
/// Bytes of a request's head.
const HEAD: usize = 16 << 10;
/// A quiet stream says that it lives.
const BEAT: Duration = Duration::from_secs(15);

/// Scripts and styles come from here, pictures are part of the page, and nobody shows it within a page of his own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; \
                      img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
/// The report brings a policy of its own.
const FRAMED: &str = "frame-ancestors 'self'";

type Body = Either<Full<Bytes>, Channel<Bytes>>;

/// What is served.
pub struct Site {
    /// The model.
    pub shown: watch::Receiver<Arc<Shown>>,
    /// The picture to begin with.
    pub view: Option<String>,
    /// Where it is served.
    pub port: u16,
}

/// Serves until the process ends.
///
/// # Errors
/// Where there can be no threads, or the socket is not to be had.
pub fn run(listener: std::net::TcpListener, site: Site) -> std::io::Result<()> {
    // Drawing a deep model takes stack.
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(2).thread_stack_size(STACK).enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let (site, places) = (Arc::new(site), Arc::new(Semaphore::new(CONNECTIONS)));
        loop {
            // A connection that fails at once is nobody's loss.
            let Ok((stream, _)) = listener.accept().await else { continue };
            let Ok(place) = Arc::clone(&places).try_acquire_owned() else { continue };
            let site = Arc::clone(&site);
            tokio::spawn(async move {
                converse(stream, site).await;
                drop(place);
            });
        }
    })
}

async fn converse(stream: TcpStream, site: Arc<Site>) {
    let service = service_fn(move |request| answer(Arc::clone(&site), request));
    let mut server = http1::Builder::new();
    server.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEAD);
    // Who breaks off is not told.
    let _ = server.serve_connection(TokioIo::new(stream), service).await;
}

async fn answer(site: Arc<Site>, request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let mut response = match gate::check(&request, site.port) {
        Ok(()) => route(&site, &request).await,
        Err(refusal) => refused(refusal),
    };
    if !request.body().is_end_stream() {
        response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    }
    for (name, value) in [
        ("cache-control", "no-store"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("referrer-policy", "no-referrer"),
        ("x-content-type-options", "nosniff"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    Ok(response)
}

fn refused((status, why): Refusal) -> Response<Body> {
    let mut response = text(status, "text/plain", why);
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
    }
    response
}

async fn route(site: &Site, request: &Request<Incoming>) -> Response<Body> {
    let shown = Arc::clone(&site.shown.borrow());
    match request.uri().path() {
        "/" => text(StatusCode::OK, "text/html", include_str!("../../page/page.html")),
        "/page.css" => text(StatusCode::OK, "text/css", include_str!("../../page/page.css")),
        "/page.js" => text(StatusCode::OK, "text/javascript", include_str!("../../page/page.js")),
        "/state" => {
            let view = asked(request, "view").or_else(|| site.view.clone());
            made("application/json", move || Ok(state::state(&shown, view.as_deref()).to_string())).await
        }
        "/source" => match asked(request, "path").and_then(|path| state::source(&shown, &path)) {
            Some(source) => text(StatusCode::OK, "text/plain", source.to_string()),
            None => refused((StatusCode::NOT_FOUND, "the model has no such file\n")),
        },
        "/report" => {
            let mut response = made("text/html", move || state::report(&shown)).await;
            response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(FRAMED));
            response
        }
        "/events" => events(site.shown.clone()),
        _ => refused((StatusCode::NOT_FOUND, "nothing is here\n")),
    }
}

/// A value of the query.
fn asked(request: &Request<Incoming>, name: &str) -> Option<String> {
    let pairs = request.uri().query()?.split('&').filter_map(|pair| pair.split_once('='));
    let value = { pairs }.find(|(key, _)| *key == name)?.1;
    Some(percent_decode_str(value).decode_utf8_lossy().into_owned())
}

/// An answer that takes work. A defect there ends one answer, not the server.
async fn made(kind: &str, work: impl FnOnce() -> Result<String, String> + Send + 'static) -> Response<Body> {
    match tokio::task::spawn_blocking(work).await {
        Ok(Ok(made)) => text(StatusCode::OK, kind, made),
        Ok(Err(why)) => text(StatusCode::CONFLICT, "text/plain", why),
        Err(_) => refused((StatusCode::INTERNAL_SERVER_ERROR, "a defect of tm: this could not be made\n")),
    }
}

fn text(status: StatusCode, kind: &str, text: impl Into<Bytes>) -> Response<Body> {
    let mut response = Response::new(Either::Left(Full::new(text.into())));
    *response.status_mut() = status;
    let kind = HeaderValue::try_from(format!("{kind}; charset=utf-8"));
    response.headers_mut().insert(CONTENT_TYPE, kind.unwrap_or(HeaderValue::from_static("text/plain")));
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

/// A stream that tells of each new state, the present one first.
fn events(mut shown: watch::Receiver<Arc<Shown>>) -> Response<Body> {
    let (mut send, body) = Channel::new(4);
    tokio::spawn(async move {
        loop {
            let revision = shown.borrow_and_update().revision;
            if send.send_data(Bytes::from(format!("event: state\ndata: {revision}\n\n"))).await.is_err() {
                return;
            }
            while let Err(_quiet) = tokio::time::timeout(BEAT, shown.changed()).await {
                if send.send_data(Bytes::from_static(b":\n\n")).await.is_err() {
                    return;
                }
            }
            if shown.has_changed().is_err() {
                return; // nobody studies any more
            }
        }
    });
    let mut response = Response::new(Either::Right(body));
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    response
}
