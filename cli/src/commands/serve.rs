//! `tm serve`: the picture and the report in a browser, kept up to date.

use super::diagram::unknown;
use crate::args::Serve;
use crate::console::Console;
use crate::diagrams::Map;
use crate::diagrams::plan;
use crate::exit::{Exit, Failure, reason};
use crate::serve::{Shown, Site, run as serve, start};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use tm_compiler::compose::Extent;

pub(super) fn run(args: &Serve, console: &mut Console) -> Result<Exit, Failure> {
    let path = &args.model.path;
    if !path.exists() {
        return Err(Failure::new(format!("there is nothing at `{}` to serve", path.display())));
    }
    let listener = listen(args.port)?;
    let port = listener.local_addr().map_err(|error| failed(&error))?.port();
    let shown = start(&args.model)?;
    if let Some(view) = &args.view {
        check_view(&shown.borrow(), view)?;
    }
    console.print(&format!("http://127.0.0.1:{port}/\n"));
    console.finish()?;
    console.say("the page follows the files; Ctrl-C ends it\n");
    serve(listener, Site { shown, view: args.view.clone(), port }).map_err(|error| failed(&error))?;
    Ok(Exit::Clean)
}

/// The loopback alone: nobody else on the network can ask.
fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
        ErrorKind::AddrInUse => Failure::new(format!("port {port} is in use"))
            .help("choose another with `--port`; `--port 0` takes one that is free"),
        _ => failed(&error),
    })
}

fn failed(error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot serve: {}", reason(error)))
}

/// A model with mistakes may lack the view only for now.
fn check_view(shown: &Shown, view: &str) -> Result<(), Failure> {
    let analysis = shown.snapshot.analysis();
    if analysis.outcome() == tm_compiler::Outcome::Invalid {
        return Ok(());
    }
    let document = analysis.document_of(Extent { elements: true, ..Extent::listing(usize::MAX) });
    let names = plan::names(&Map::new(&document));
    if names.iter().any(|name| name == view) {
        return Ok(());
    }
    Err(unknown("view", view, names.iter().map(String::as_str)))
}
