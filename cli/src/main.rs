//! The binary `tm`; everything it does is in the library beside it.

fn main() -> std::process::ExitCode {
    tm_cli::main()
}
