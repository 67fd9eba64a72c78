import { launch } from './setup/launch.mjs';

launch(() => import('./commands/bench.mjs'));
