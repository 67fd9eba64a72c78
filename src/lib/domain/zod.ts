import { config, z } from 'zod';

/** Compiling schemas would try `new Function`, which the policy of every page refuses and reports. */
config({ jitless: true });

export { z };
