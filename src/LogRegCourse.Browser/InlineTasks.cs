using System.Runtime.CompilerServices;

namespace LogRegCourse.Browser;

/// <summary>
/// Where there is one thread, who waits for a task does the task: without that <c>Task.Run(...).Result</c> fails, and the
/// compiler asks just so for a source's checksum. What nobody waits for runs when the worker has nothing else to do.
/// </summary>
internal sealed class InlineTasks : TaskScheduler
{
    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Becomes the scheduler of Task.Run. The runtime has no other way to say so.</summary>
    public static void Install() => SchedulerOfTaskRun(null) = new InlineTasks();

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    protected override void QueueTask(Task task) => ThreadPool.UnsafeQueueUserWorkItem(_ => TryExecuteTask(task), null);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => TryExecuteTask(task);

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "s_defaultTaskScheduler")]
    private static extern ref TaskScheduler SchedulerOfTaskRun(TaskScheduler? type);
}
