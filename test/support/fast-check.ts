import fc from 'fast-check';
import { isLong } from './cases';

// A slice tries the same every time; a long run looks further, and tells the seed of what it finds.
if (!isLong) fc.configureGlobal({ seed: 1 });

export default fc;
