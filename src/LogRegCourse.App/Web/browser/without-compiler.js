/** Libraries that only the kernel needs. */
export const NOT_NEEDED = /^(Microsoft\.CodeAnalysis|System\.(Private\.)?Xml|Microsoft\.CSharp|System\.Linq\.(Expressions|AsyncEnumerable|Parallel|Queryable)|System\.Reflection\.Metadata|System\.Security\.Cryptography|System\.Net\.|System\.ComponentModel\.TypeConverter)/;
