using Microsoft.Playwright;

namespace LogRegCourse.Testing;

/// <summary>What a page of the site has in IndexedDB. The word "Saved" may still be that of before the last letter.</summary>
internal static class KeptInBrowser
{
    /// <summary>Waits until a lesson with this text in it is kept.</summary>
    public static Task ExpectKeptAsync(this IPage page, string text) => Eventually.HoldsAsync(() => page.EvaluateAsync<bool>(
        """
        async text => {
          const answer = asked => new Promise((resolve, reject) => { asked.onsuccess = () => resolve(asked.result); asked.onerror = () => reject(asked.error); });
          for (const { name } of await indexedDB.databases()) {
            const database = await answer(indexedDB.open(name));
            const lessons = await answer(database.transaction("lessons").objectStore("lessons").getAll());
            database.close();
            if (lessons.some(({ notebook }) => notebook.includes(text))) return true;
          }
          return false;
        }
        """, text), $"nothing with \"{text}\" is kept");
}
