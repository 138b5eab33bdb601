using System.Net;
using Microsoft.Extensions.Configuration;
using WgsSite.Cms.Webhooks;

namespace WgsSite.Tests.Cms.Webhooks;

/// <summary>Where the site may call.</summary>
internal sealed class ReceiverAddressesTests
{
    [TestCase("8.8.8.8")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.1")]
    [TestCase("100.63.255.255")]
    [TestCase("100.128.0.1")]
    [TestCase("2a01:4f8::1")]
    [TestCase("::ffff:8.8.8.8")]
    [TestCase("64:ff9b::8.8.8.8")]
    public void ThePublicInternetIsAllowed(string address) => Assert.That(new ReceiverAddresses([]).Allows(IPAddress.Parse(address)));

    [TestCase("127.0.0.1")]
    [TestCase("127.9.9.9")]
    [TestCase("0.0.0.0")]
    [TestCase("10.0.0.1")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.178.1")]
    [TestCase("100.64.0.1")]
    [TestCase("100.100.100.200", Description = "metadata, Alibaba")]
    [TestCase("169.254.169.254", Description = "metadata")]
    [TestCase("168.63.129.16", Description = "Azure")]
    [TestCase("192.0.0.192", Description = "metadata, Oracle")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("::127.0.0.1")]
    [TestCase("64:ff9b::10.0.0.1")]
    [TestCase("64:ff9b:1::1")]
    [TestCase("fe80::1")]
    [TestCase("fe80::1%1")]
    [TestCase("fc00::1")]
    [TestCase("fd00:ec2::254", Description = "metadata, AWS")]
    [TestCase("fec0::1")]
    [TestCase("ff02::1")]
    [TestCase("2001:db8::1")]
    [TestCase("2001:0:53aa:64c::1", Description = "Teredo")]
    [TestCase("2002:a00:1::1", Description = "6to4 of 10.0.0.1")]
    public void OtherNetworksAreNot(string address) => Assert.That(new ReceiverAddresses([]).Allows(IPAddress.Parse(address)), Is.False);

    [Test]
    public void AnOperatorNamesNetworksAndAddresses()
    {
        var addresses = ReceiverAddresses.Read(new ConfigurationBuilder().AddInMemoryCollection([new(ReceiverAddresses.Setting, "10.1.0.0/16, fd12::/32,127.0.0.1")]).Build());
        Assert.That(
            new[] { "10.1.2.3", "::ffff:10.1.2.3", "fd12:0::9", "127.0.0.1", "10.2.0.1", "127.0.0.2", "fd13::1" }.Select(address => addresses.Allows(IPAddress.Parse(address))),
            Is.EqualTo(new[] { true, true, true, true, false, false, false }));
    }

    [Test]
    public void WhatIsNoNetworkIsSaidAtStart() => Assert.That(
        () => ReceiverAddresses.Read(new ConfigurationBuilder().AddInMemoryCollection([new(ReceiverAddresses.Setting + ":0", "intern.example")]).Build()),
        Throws.TypeOf<FormatException>().With.Message.Contain("intern.example"));
}
