using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace LogRegCourse.Checks.Exercises;

/// <summary>
/// What an answer's compiled code says of it: which methods it calls, through the student's own helpers too, and whether
/// whole numbers are divided where a real number is wanted.
/// </summary>
internal sealed class AnswerCode
{
    private static readonly Dictionary<short, OpCode> OpCodeOf = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static readonly string[] NotTheStudents = ["System", "Microsoft", "MathNet", "Plotly", "LogRegCourse", "netstandard", "mscorlib"];

    private readonly HashSet<MethodBase> _seen = [];
    private readonly object? _target;

    private AnswerCode(Delegate answer)
    {
        _target = answer.Target;
        Follow(answer.Method);
    }

    /// <summary>Whether a quotient of whole numbers becomes a real number.</summary>
    public bool DividesWholeNumbers { get; private set; }

    /// <summary>Whether a 0 stands in it, written as such or left by the compiler of 1 / 2.</summary>
    public bool HoldsZero { get; private set; }

    /// <summary>Whether a real 0 stands in it as a factor, or above a bar, as the compiler leaves it of 1 / 2 * x.</summary>
    public bool ComputesWithZero { get; private set; }

    /// <summary>Whether it reads what it is given.</summary>
    public bool ReadsArguments { get; private set; }

    /// <summary>Whether what it gives hangs on a condition.</summary>
    public bool Decides { get; private set; }

    /// <summary>A number that differs between answers that are written differently.</summary>
    public int Seed { get; private set; } = 17;

    /// <summary>Reads the code of a function and of the student's functions that it calls.</summary>
    public static AnswerCode Of(Delegate answer) => new(answer);

    /// <summary>The first member of the course's library among these names that is called, as the student writes it.</summary>
    /// <param name="names">Names of methods or of types.</param>
    public string? CallOf(IReadOnlyList<string> names) => _seen
        .Where(method => method.DeclaringType?.Assembly == typeof(Logistic).Assembly)
        .Where(method => names.Contains(method.Name) || names.Contains(method.DeclaringType!.Name))
        .Select(method => method.DeclaringType == typeof(Logistic) ? method.Name : $"{method.DeclaringType!.Name}.{method.Name}")
        .FirstOrDefault();

    /// <summary>Whether it is a function of the course's own, or looks for one by its name while it runs.</summary>
    public bool IsLookedUp => _seen.Any(method => method.Module == typeof(AnswerCode).Module && !method.IsPublic || LooksUp(method));

    private static bool LooksUp(MethodBase method) => method.DeclaringType is { } type && method.Name != "get_Name" && (type.Namespace?.StartsWith("System.Reflection", StringComparison.Ordinal) == true
        || (type == typeof(Type) && method.Name is not (nameof(Type.GetTypeFromHandle) or "op_Equality" or "op_Inequality"))
        || type == typeof(Activator) || type == typeof(AppDomain) || method.Name == nameof(Delegate.DynamicInvoke));

    private void Follow(MethodBase method)
    {
        if (!_seen.Add(method) || !IsTheStudents(method.Module.Assembly)) return;
        byte[]? code;
        try
        {
            code = method.GetMethodBody()?.GetILAsByteArray();
        }
        catch (InvalidOperationException)
        {
            // Code that was made at run time and cannot be read.
            return;
        }
        if (code is null) return;
        foreach (var part in code) Seed = Seed * 31 + part;
        Read(method, code);
    }

    private void Read(MethodBase method, byte[] code)
    {
        var isWhole = false;
        var (isWholeQuotient, isCopy) = (false, false);
        // What lies above a 0 on the stack; null where there is none.
        int? above = null;
        for (var at = 0; at < code.Length;)
        {
            var value = (short)code[at++];
            if (value == 0xFE) value = (short)(0xFE00 | code[at++]);
            if (!OpCodeOf.TryGetValue(value, out var op)) return;
            if (isWholeQuotient && op == OpCodes.Conv_R8) DividesWholeNumbers = true;
            isWholeQuotient = op == OpCodes.Div && isWhole;
            if (op == OpCodes.Ldc_I4_0 || (op == OpCodes.Ldc_R8 && BitConverter.ToDouble(code, at) == 0)) HoldsZero = true;
            if (above is not null && (op == OpCodes.Mul || op == OpCodes.Div) && above < 2) ComputesWithZero = true;
            above = op == OpCodes.Ldc_R8 && BitConverter.ToDouble(code, at) == 0 ? 0 : above is { } height && Taken(method, op, code, at) is { } taken && height >= taken ? height - taken + Given(method, op, code, at) : null;
            if (op.Name!.StartsWith("ldarg", StringComparison.Ordinal) && (method.IsStatic || op != OpCodes.Ldarg_0)) ReadsArguments = true;
            // A lambda that is kept for the next call is asked for in the same way, of a copy.
            if (op.FlowControl == FlowControl.Cond_Branch && !isCopy && !IsOfLoop(op, code, at)) Decides = true;
            isCopy = op == OpCodes.Dup;
            isWhole = PushesWholeNumber(method, op, code, at);
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok) Follow(Resolve(method, BitConverter.ToInt32(code, at)));
            at += OperandSize(op, code, at);
        }
    }

    private void Follow(MemberInfo? used)
    {
        switch (used)
        {
            case MethodBase called:
                Follow(called);
                // An iterator's code stands in a class of its own, of which only the constructor is called.
                if (called is ConstructorInfo && called.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute)))
                    foreach (var inner in called.DeclaringType!.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly)) Follow(inner);
                break;
            case FieldInfo { FieldType: var type } field when (type == typeof(object) || typeof(Delegate).IsAssignableFrom(type)) && ValueOf(field) is Delegate kept:
                Follow(kept.Method);
                break;
        }
    }

    // A function kept in a variable of the cell, or of one before it: cells' objects know those they build upon.
    private object? ValueOf(FieldInfo field)
    {
        if (field.IsStatic) return field.DeclaringType!.IsGenericType ? null : field.GetValue(null);
        if (_target is null) return null;
        var owner = _target.GetType() == field.DeclaringType ? _target : _target.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .Where(inner => inner.FieldType == field.DeclaringType).Select(inner => inner.GetValue(_target)).FirstOrDefault();
        return owner is null ? null : field.GetValue(owner);
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        try
        {
            return method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method is ConstructorInfo ? null : method.GetGenericArguments());
        }
        catch (Exception unknown) when (unknown is ArgumentException or BadImageFormatException or TypeLoadException or FileNotFoundException)
        {
            return null;
        }
    }

    private static bool IsTheStudents(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "";
        return !NotTheStudents.Any(part => name == part || name.StartsWith(part + ".", StringComparison.Ordinal)) || name.EndsWith(".Tests", StringComparison.Ordinal);
    }

    // A loop's condition leads back; that there is something to dispose of at its end is asked right before the end.
    private static bool IsOfLoop(OpCode op, byte[] code, int at)
    {
        if (op == OpCodes.Switch) return false;
        var (size, distance) = op.OperandType == OperandType.ShortInlineBrTarget ? (1, (sbyte)code[at]) : (4, BitConverter.ToInt32(code, at));
        return distance < 0 || code[at + size + distance] == OpCodes.Endfinally.Value;
    }

    /// <summary>How many values an instruction takes from the stack; null where that cannot be told.</summary>
    private static int? Taken(MethodBase method, OpCode op, byte[] code, int at) => op.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4
            or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
        StackBehaviour.Varpop when op.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(code, at)) is MethodBase called =>
            called.GetParameters().Length + (called.IsStatic || op == OpCodes.Newobj ? 0 : 1),
        _ => null,
    };

    private static int Given(MethodBase method, OpCode op, byte[] code, int at) => op.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => Resolve(method, BitConverter.ToInt32(code, at)) is MethodInfo { ReturnType: var type } && type == typeof(void) ? 0 : 1,
        _ => 1,
    };

    // What stands right before a division is its divisor.
    private static bool PushesWholeNumber(MethodBase method, OpCode op, byte[] code, int at)
    {
        if (op == OpCodes.Conv_I4 || op == OpCodes.Ldlen || op == OpCodes.Ldelem_I4 || op.Name!.StartsWith("ldc.i4", StringComparison.Ordinal)) return true;
        var type = op.Name switch
        {
            "ldloc.s" => LocalType(method, code[at]),
            "ldarg.s" => ArgumentType(method, code[at]),
            "call" or "callvirt" => (Resolve(method, BitConverter.ToInt32(code, at)) as MethodInfo)?.ReturnType,
            "ldfld" or "ldsfld" => (Resolve(method, BitConverter.ToInt32(code, at)) as FieldInfo)?.FieldType,
            var name when name.StartsWith("ldloc.", StringComparison.Ordinal) => LocalType(method, name[^1] - '0'),
            var name when name.StartsWith("ldarg.", StringComparison.Ordinal) => ArgumentType(method, name[^1] - '0'),
            _ => null,
        };
        return type == typeof(int) || type == typeof(long);
    }

    private static Type? LocalType(MethodBase method, int index) => method.GetMethodBody()!.LocalVariables.FirstOrDefault(local => local.LocalIndex == index)?.LocalType;

    private static Type? ArgumentType(MethodBase method, int index) => method.GetParameters().ElementAtOrDefault(method.IsStatic ? index : index - 1)?.ParameterType;

    private static int OperandSize(OpCode op, byte[] code, int at) => op.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };
}
