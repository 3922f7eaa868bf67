import * as migration_20261122_064624 from './20261122_064624';
import * as migration_20261122_064700_edition_guard from './20261122_064700_edition_guard';
import * as migration_20261125_162038 from './20261125_162038';
import * as migration_20261125_180113 from './20261125_180113';
import * as migration_20261125_195936 from './20261125_195936';
import * as migration_20261125_223201 from './20261125_223201';

export const migrations = [
  {
    up: migration_20261122_064624.up,
    down: migration_20261122_064624.down,
    name: '20261122_064624',
  },
  {
    up: migration_20261122_064700_edition_guard.up,
    down: migration_20261122_064700_edition_guard.down,
    name: '20261122_064700_edition_guard',
  },
  {
    up: migration_20261125_162038.up,
    down: migration_20261125_162038.down,
    name: '20261125_162038',
  },
  {
    up: migration_20261125_180113.up,
    down: migration_20261125_180113.down,
    name: '20261125_180113',
  },
  {
    up: migration_20261125_195936.up,
    down: migration_20261125_195936.down,
    name: '20261125_195936',
  },
  {
    up: migration_20261125_223201.up,
    down: migration_20261125_223201.down,
    name: '20261125_223201'
  },
];
