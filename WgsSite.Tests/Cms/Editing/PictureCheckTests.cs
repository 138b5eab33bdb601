using WgsSite.Cms.Editing;

namespace WgsSite.Tests.Cms.Editing;

/// <summary>A picture says what it shows before readers get it.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class PictureCheckTests
{
    private static readonly Guid Silent = new("11111111-1111-1111-1111-111111111111");
    private static readonly PictureCheck Check = new(key => key == Silent ? "haus.jpg" : null);

    private const string Message = "Zum Bild „haus.jpg“ steht noch nicht, was zu sehen ist. Bitte ergänzen Sie das beim Bild unter „Medien“.";

    [TestCase("""[{"key":"a","mediaKey":"11111111-1111-1111-1111-111111111111"}]""", Message)]
    [TestCase("""[{"mediaKey":"22222222-2222-2222-2222-222222222222"},{"mediaKey":"11111111-1111-1111-1111-111111111111"}]""", Message)]
    [TestCase("""[{"mediaKey":"22222222-2222-2222-2222-222222222222"}]""", null)]
    [TestCase("[{}]", null)]
    public void OfAPicker(string value, string? message) => Assert.That(Check.Picked(value), Is.EqualTo(message));

    [TestCase("""<p><img data-udi="umb://media/11111111111111111111111111111111" src="x"></p>""", Message)]
    [TestCase("""<p><img alt="" data-udi="umb://media/11111111111111111111111111111111"></p>""", Message)]
    [TestCase("""<p><img alt=" " data-udi="umb://media/11111111111111111111111111111111"></p>""", Message)]
    [TestCase("""<p><img alt="haus.jpg" data-udi="umb://media/11111111111111111111111111111111"></p>""", Message)]
    [TestCase("""{"markup":"<img data-udi=\"umb://media/11111111111111111111111111111111\">","blocks":{}}""", Message)]
    [TestCase("""<p><img alt="Das Haus" data-udi="umb://media/11111111111111111111111111111111"></p>""", null)]
    [TestCase("""<p><img data-udi="umb://media/22222222222222222222222222222222"></p>""", null)]
    [TestCase("""<p>umb://media/11111111111111111111111111111111</p>""", null)]
    [TestCase("{}", null)]
    public void OfAText(string value, string? message) => Assert.That(Check.InText(value), Is.EqualTo(message));
}
