using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace WgsSite.Tests.Support;

/// <summary>The environment of the site's services where no site runs around them.</summary>
internal sealed class DevelopmentEnvironment : IHostEnvironment
{
    public string EnvironmentName { get; set; } = "Development";

    public string ApplicationName { get; set; } = "WgsSite.Tests";

    public string ContentRootPath { get; set; } = Repository.At("WgsSite.Web");

    public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
}
