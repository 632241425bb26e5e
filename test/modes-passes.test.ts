// Each optimiser pass switched off: an answer that changes was owed to a pass.
import { loadVm } from './support/vm.ts';
import { testMode } from './run-lang.ts';

const { passNames } = await loadVm();
for (const pass of passNames()) {
  testMode({ name: `without ${pass}`, tier: 'trace', jit: `hotloop=2,hotcall=2,hotexit=1,nopass=${pass}` });
}
