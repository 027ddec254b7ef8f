{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Informes mensuales</h1>
<p class="lead">Las cifras de cada mes tal como se conocían al sellarlas.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Descargue el informe de un mes o vea qué cambió desde entonces. Un informe sellado no se modifica: si después se corrige un dato, la diferencia aparece a su lado. El portal sella solo el mes anterior al empezar cada mes.</p></details>
{{#HAY_INFORMES}}<table class="apila">
<caption class="vh">Informes sellados</caption>
<thead><tr><th scope="col">Mes y edición</th><th scope="col">Datos conocidos al</th><th scope="col">Selló</th><th scope="col">Huella SHA-256</th><th scope="col">Archivo</th></tr></thead>
<tbody>
{{#INFORMES}}<tr>
<th scope="row"><a href="/cifras/{{ID}}/informe">{{MES}}<span class="vh"> de {{EDICION}}</span></a><br><span class="hint">{{EDICION}}</span></th>
<td data-label="Datos conocidos al">{{CONOCIDO_EN}}</td>
<td data-label="Selló">{{POR}}</td>
<td data-label="Huella SHA-256"><code class="huella">{{SHA256}}</code></td>
<td data-label="Archivo"><a href="/cifras/{{ID}}/descarga">Descargar (CSV)<span class="vh"> {{MES}} de {{EDICION}}</span></a></td>
</tr>
{{/INFORMES}}</tbody>
</table>
{{/HAY_INFORMES}}
{{#NO_INFORMES}}<div class="nota"><p>Todavía no hay informes sellados. El portal sellará el mes en curso cuando termine.</p></div>
{{/NO_INFORMES}}{{#PUEDE_SELLAR}}<h2>Sellar un mes</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_MES}}
<div class="alerta"><p>Quedará como están los datos en este momento y nadie podrá cambiarlo ni borrarlo.</p></div>
<div class="acc"><button>Sellar el informe</button></div>
</form>
{{/PUEDE_SELLAR}}<p><a href="/cifras/tablero">Ver las cifras de hoy</a></p>
