// completion: packages
use std.<|>
