// What runs in a page's two workers; see HOW-IT-WORKS.md. Nothing runs by itself: each worker calls the exports of its
// half, StudioWorker or KernelWorker.
return;
