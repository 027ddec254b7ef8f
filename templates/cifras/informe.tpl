{{%AUTOESCAPE context="HTML"}}
<h1>Informe de {{MES}}</h1>
<p class="lead">{{EDICION}}. Datos conocidos al {{CONOCIDO_EN}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue el informe tal como se selló y compárelo con lo que los datos dicen hoy del mismo mes. La huella permite comprobar que el archivo no cambió.</p></details>
<dl class="ficha">
<div><dt>Registrados</dt><dd>{{REGISTRADOS:x-miles}}</dd></div>
<div><dt>Completados</dt><dd>{{COMPLETADOS:x-miles}}</dd></div>
<div><dt>Con algo vencido</dt><dd>{{VENCIDOS:x-miles}}</dd></div>
<div><dt>Huella SHA-256</dt><dd><code class="huella">{{SHA256}}</code></dd></div>
</dl>
<div class="acc"><a class="btn" href="/cifras/{{ID}}/descarga">Descargar el informe (CSV)</a> <a href="/cifras/informes">Ver todos los informes</a></div>
<h2>Qué cambió desde entonces</h2>
{{#HAY_DIFERENCIAS}}<table class="apila">
<caption class="vh">Diferencias entre el informe sellado y los datos de hoy</caption>
<thead><tr><th scope="col">Grupo</th><th scope="col">Decía el informe</th><th scope="col">Hoy</th></tr></thead>
<tbody>
{{#DIFERENCIAS}}<tr><th scope="row">{{NOMBRE}}{{#HAY_GRUPO}}<br><span class="hint">por {{GRUPO}}</span>{{/HAY_GRUPO}}</th>
<td data-label="Decía el informe">{{ANTES}}</td>
<td data-label="Hoy">{{AHORA}}</td></tr>
{{/DIFERENCIAS}}</tbody>
</table>
{{#MUCHAS}}<p>Se muestran las primeras 200 diferencias.</p>
{{/MUCHAS}}{{/HAY_DIFERENCIAS}}
{{#NO_DIFERENCIAS}}<p>Nada: los datos de hoy dan las mismas cifras para ese mes.</p>
{{/NO_DIFERENCIAS}}
