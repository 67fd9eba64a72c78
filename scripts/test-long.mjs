import { launch } from './setup/launch.mjs';

launch(() => import('./commands/test-long.mjs'));
