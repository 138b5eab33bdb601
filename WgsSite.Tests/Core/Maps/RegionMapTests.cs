using System.Text;
using WgsSite.Core.Maps;
using WgsSite.Tests.Support;
using WgsSite.Web.Geo;

namespace WgsSite.Tests.Core.Maps;

[Parallelizable(ParallelScope.All)]
internal sealed class RegionMapTests
{
    private static readonly Region Region = GeoFiles.Region(Repository.At("WgsSite.Web"), null);

    // Official areas in km² (the region's statistics of 2018); the outlines are simplified and good to a few percent.
    private static readonly Dictionary<string, double> SquareKilometres = new()
    {
        ["05966004"] = 97.95,
        ["05966008"] = 67.11,
        ["05966012"] = 104.42,
        ["05966016"] = 148.63,
        ["05966020"] = 135.59,
        ["05966024"] = 85.88,
        ["05966028"] = 72.56,
        ["05970004"] = 275.52,
        ["05970008"] = 79.72,
        ["05970012"] = 70.98,
        ["05970016"] = 54.6,
        ["05970020"] = 81.12,
        ["05970024"] = 71.07,
        ["05970028"] = 135.95,
        ["05970032"] = 137.39,
        ["05970036"] = 39.81,
        ["05970040"] = 114.69,
        ["05970044"] = 72.04,
    };

    [TestCase(1000)]
    [TestCase(340)]
    public void No_polygon_is_lost_and_each_has_its_share_of_the_area(int width)
    {
        var map = RegionMap.Of(Region, width, margin: 8);
        Assert.That(map.Shapes.Select(shape => shape.Ags), Is.EquivalentTo(SquareKilometres.Keys));
        var total = map.Shapes.Sum(shape => shape.Area);
        foreach (var shape in map.Shapes)
            Assert.That(shape.Area / total, Is.EqualTo(SquareKilometres[shape.Ags] / SquareKilometres.Values.Sum()).Within(4).Percent, shape.Name);
    }

    [TestCase(1000)]
    [TestCase(340)]
    public void Each_label_point_lies_inside_with_room_around_it(int width)
    {
        var map = RegionMap.Of(Region, width, margin: 8);
        foreach (var shape in map.Shapes)
            Assert.Multiple(() =>
            {
                Assert.That(shape.Contains(shape.Label.X, shape.Label.Y), Is.True, shape.Name);
                Assert.That(shape.DistanceToOutline(shape.Label.X, shape.Label.Y), Is.GreaterThan(Math.Sqrt(shape.Area) / 5), shape.Name);
            });
    }

    [Test]
    public void Everything_is_within_the_picture()
    {
        var map = RegionMap.Of(Region, 1000, margin: 8);
        foreach (var point in map.Shapes.SelectMany(shape => shape.Rings).SelectMany(ring => ring))
            Assert.That(point.X is >= 8 and <= 1008 && point.Y >= 8 && point.Y <= map.Height - 8, point.ToString());
    }

    [Test]
    public void Neighbours_share_a_border_and_others_do_not()
    {
        var map = RegionMap.Of(Region, 1000, margin: 8);
        bool Touch(string one, string other) => map.Borders.ContainsKey((one, other)) || map.Borders.ContainsKey((other, one));
        Assert.Multiple(() =>
        {
            Assert.That(Touch("05970040", "05970024"), Is.True);
            Assert.That(Touch("05970040", "05970008"), Is.False);
        });
    }

    [Test]
    public void Names_cover_neither_each_other_nor_a_sign()
    {
        const int Size = 29;
        const int Sign = 17;
        var map = RegionMap.Of(Region, 1000, margin: 8);
        var names = MapNames.Place(map, map.Shapes, Size, Sign);
        Assert.That(names, Has.Count.EqualTo(18));
        foreach (var name in names)
        {
            var (left, right, top, bottom) = Edges(name);
            Assert.That(left >= 0 && right <= map.Width && top >= 0 && bottom <= map.Height, name.Shape.Name);
            foreach (var other in names.Where(other => other != name))
            {
                var edges = Edges(other);
                Assert.That(left >= edges.Right || right <= edges.Left || top >= edges.Bottom || bottom <= edges.Top, $"{name.Shape.Name} and {other.Shape.Name}");
            }

            foreach (var point in map.Shapes.Select(shape => shape.Label))
                Assert.That(point.X < left - Sign / 2 || point.X > right + Sign / 2 || point.Y < top - Sign / 2 || point.Y > bottom + Sign / 2, $"{name.Shape.Name} and a sign");
        }

        static (double Left, double Right, double Top, double Bottom) Edges(MapName name)
        {
            var half = MapNames.Width(name.Shape.Name, name.Size) / 2;
            return (name.X - half, name.X + half, name.Baseline - name.Size * 0.75, name.Baseline);
        }
    }

    [Test]
    public void Distances_are_those_of_the_map()
    {
        var siegen = Region.CenterOf("05970040")!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(siegen.DistanceTo(Region.CenterOf("05970024")!.Value), Is.EqualTo(11).Within(2));
            Assert.That(siegen.DistanceTo(siegen), Is.Zero);
            Assert.That(Region.CenterOf("00000000"), Is.Null);
        });
    }

    [TestCase("", "Kein lesbares JSON")]
    [TestCase("{", "Kein lesbares JSON")]
    [TestCase("[]", "keine FeatureCollection")]
    [TestCase("""{"type":"FeatureCollection","features":[]}""", "keine Gemeinde")]
    [TestCase("""{"type":"FeatureCollection","features":[7]}""", "features[0]")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"5","GEN":"x"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}]}""", "AGS")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1]]]}}]}""", "Name")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567","GEN":"x"},"geometry":null}]}""", "Polygon")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567","GEN":"x"},"geometry":{"type":"Point","coordinates":[0,0]}}]}""", "Polygon")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567","GEN":"x"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0]]]}}]}""", "drei Punkte")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567","GEN":"x"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,"a"],[1,1]]]}}]}""", "Grad")]
    [TestCase("""{"type":"FeatureCollection","features":[{"properties":{"AGS":"01234567","GEN":"x"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[999,0],[1,1]]]}}]}""", "Grad")]
    public void A_bad_file_is_refused_with_its_path_and_the_reason(string json, string reason)
    {
        var refused = Assert.Throws<RegionException>(() => RegionJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)), "region.geojson"));
        Assert.That(refused!.Message, Does.StartWith("region.geojson:").And.Contain(reason));
    }

    [Test]
    public void Another_regions_file_is_taken_with_several_polygons_and_holes()
    {
        const string Json = """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"AGS":"01001000","name":"Insel"},"geometry":{"type":"MultiPolygon","coordinates":[[[[9,54],[9.5,54],[9.5,54.5],[9,54.5],[9,54]],[[9.1,54.1],[9.2,54.1],[9.2,54.2],[9.1,54.1]]],[[[10,54],[10.1,54],[10.1,54.1],[10,54]]]]}}]}
            """;
        var region = RegionJson.Read(new MemoryStream(Encoding.UTF8.GetBytes(Json)), "other.geojson");
        var map = RegionMap.Of(region, 500, 5);
        Assert.Multiple(() =>
        {
            Assert.That(map.Shapes.Single().Rings, Has.Count.EqualTo(3));
            Assert.That(map.Shapes.Single().Contains(map.Shapes[0].Label.X, map.Shapes[0].Label.Y), Is.True);
        });
    }
}
