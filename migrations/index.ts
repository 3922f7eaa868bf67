import * as migration_20261122_061108 from './20261122_061108';

export const migrations = [
  {
    up: migration_20261122_061108.up,
    down: migration_20261122_061108.down,
    name: '20261122_061108'
  },
];
