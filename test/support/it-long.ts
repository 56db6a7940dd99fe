import { isLong } from './cases';

/** A test of `npm run test:long` alone: it takes long, and one much like it is in the slice. */
export const itLong = isLong ? it : it.skip;
