//! Arguments about what is built: plans, manifests, templates.

use super::Model;
use clap::{Args, ValueEnum, ValueHint};
use std::path::PathBuf;

/// `tm drift`
#[derive(Args, Clone, Debug)]
pub struct Drift {
    #[command(flatten)]
    /// The package.
    pub model: Model,
    #[command(flatten)]
    /// What is built.
    pub built: Built,
    /// `text` for people, or `json`
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub format: DriftFormat,
    /// Show everything, however much it is
    #[arg(long)]
    pub all: bool,
}

/// Descriptions of what is built.
#[derive(Args, Clone, Debug)]
pub struct Built {
    /// A plan or a state of Terraform, as `terraform show -json` prints it; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub terraform: Vec<PathBuf>,
    /// A file of Docker Compose; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub compose: Vec<PathBuf>,
    /// A manifest of Kubernetes, or a folder of them; may be given several times
    #[arg(long, value_name = "DIR", value_hint = ValueHint::AnyPath)]
    pub kubernetes: Vec<PathBuf>,
    /// A template of AWS CloudFormation; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub cloudformation: Vec<PathBuf>,
}

/// How `tm drift` answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DriftFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For code scanning: SARIF 2.1.0
    Sarif,
}

/// `tm new`
#[derive(Args, Clone, Debug)]
pub struct New {
    /// Folder of the model; made where it does not exist
    #[arg(value_name = "DIR", default_value = ".", hide_default_value = true, value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Draft it from a plan or a state of Terraform, as `terraform show -json` prints it; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from_terraform: Vec<PathBuf>,
    /// Draft it from a file of Docker Compose; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from_compose: Vec<PathBuf>,
    /// Draft it from a manifest of Kubernetes, or a folder of them; may be given several times
    #[arg(long, value_name = "DIR", value_hint = ValueHint::AnyPath)]
    pub from_kubernetes: Vec<PathBuf>,
    /// Draft it from a template of AWS CloudFormation; may be given several times
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub from_cloudformation: Vec<PathBuf>,
}

impl New {
    /// What the model is drafted from.
    pub fn built(&self) -> Built {
        Built {
            terraform: self.from_terraform.clone(),
            compose: self.from_compose.clone(),
            kubernetes: self.from_kubernetes.clone(),
            cloudformation: self.from_cloudformation.clone(),
        }
    }
}
