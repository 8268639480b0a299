//! Dependencies: what fires, what stays silent.

test "the newest of everything" {
  external process npm: PublicPackages
  process host
  process loose: CiRunner { locked_dependencies = false }
  process strict: CiRunner { apply LockedDependencies }
  process quiet: CiRunner
  process no_packages: CiRunner { locked_dependencies = false }
  flow loose -> npm
  flow strict -> npm
  flow quiet -> npm
  flow no_packages -> host { receives = [] }
  expect UnlockedDependencies on loose
  expect no UnlockedDependencies on strict
  expect possible UnlockedDependencies on quiet
  expect no UnlockedDependencies on no_packages
}

test "our names elsewhere" {
  external process npm: PublicPackages
  store own: PackageRegistry
  process both: CiRunner { reserved_names = false }
  process bound: CiRunner { apply ReservedNames }
  process quiet: CiRunner
  process mirror_only: CiRunner { reserved_names = false }
  flow a1: both -> npm
  flow a2: both -> own
  flow b1: bound -> npm
  flow b2: bound -> own
  flow c1: quiet -> npm
  flow c2: quiet -> own
  flow d2: mirror_only -> own
  expect DependencyConfusion on both
  expect no DependencyConfusion on bound
  expect possible DependencyConfusion on quiet
  expect no DependencyConfusion on mirror_only
}

test "packages that age" {
  data Old: DependencySet { behind = 290d }
  data Fresh: DependencySet { behind = 20d }
  data Unmeasured: DependencySet
  expect OutdatedDependencies on Old
  expect no OutdatedDependencies on Fresh
  expect possible OutdatedDependencies on Unmeasured
}
