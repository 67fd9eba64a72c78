import { launch } from './setup/launch.mjs';

launch(() => import('./commands/build-single.mjs'));
