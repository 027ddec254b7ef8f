{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Transferencias</h1>
{{#UNA}}<p class="lead">{{#ENTRANTE}}{{OTRA}} propone que esta persona pase a su entidad.{{/ENTRANTE}}{{#NO_ENTRANTE}}Su entidad propuso que esta persona pase a {{OTRA}}.{{/NO_ENTRANTE}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Revise la propuesta y respóndala. Si su entidad acepta, la persona queda registrada aquí desde la fecha indicada, con sus etapas; su vínculo anterior termina el día antes. Hasta entonces solo ve lo que la otra ORH le envió.</p></details>
<dl class="ficha">
<div><dt>Persona</dt><dd>{{NOMBRE}}</dd></div>
<div><dt>Documento</dt><dd>{{DOCUMENTO}}</dd></div>
<div><dt>Puesto de origen</dt><dd>{{PUESTO}}</dd></div>
<div><dt>Primer día en la entidad de destino</dt><dd>{{FECHA:x-largo}}</dd></div>
{{#HAY_MOTIVO}}<div><dt>Mensaje</dt><dd>{{MOTIVO}}</dd></div>
{{/HAY_MOTIVO}}<div><dt>Propuesta</dt><dd>{{PROPUESTA}}</dd></div>
{{#CERRADA}}<div><dt>Estado</dt><dd><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span>{{#HAY_RESPUESTA}} {{RESPUESTA}}{{/HAY_RESPUESTA}}</dd></div>
{{/CERRADA}}</dl>
{{#RESPONDER}}<form method="post" action="/orh/transferencias" novalidate>
{{>CSRF}}
{{>CAMPO_PROPUESTA}}
<fieldset><legend><h2>Aceptar</h2></legend>
{{>CAMPO_PUESTO}}
<div class="fila">{{>CAMPO_ORGANO_ID}}{{>CAMPO_ORGANO_NOMBRE}}</div>
{{>CAMPO_JEFE_NOMBRE}}
{{#ELEGIR_JEFE}}{{>CAMPO_JEFE_ID}}
{{/ELEGIR_JEFE}}<p class="hint">Llega con el régimen y el tipo de contrato que tenía: si cambian, corríjalos después en su ficha.</p>
<div class="acc"><button name="accion" value="ACEPTAR">Aceptar y registrar aquí</button> <a href="/orh/transferencias">Responder después</a></div>
</fieldset>
<details{{#ABRIR_RECHAZO}} open{{/ABRIR_RECHAZO}}><summary>Rechazar la propuesta</summary>
{{>CAMPO_RESPUESTA}}
<div class="acc"><button class="sec" name="accion" value="RECHAZAR">Rechazar</button></div>
</details>
</form>
{{/RESPONDER}}{{#RETIRAR}}<div class="nota"><p>La otra ORH todavía no responde. Mientras tanto nada cambia: la persona sigue en su entidad.</p></div>
<form method="post" action="/orh/transferencias" novalidate>
{{>CSRF}}
{{>CAMPO_PROPUESTA}}
<input type="hidden" name="puesto" value="{{PUESTO}}">
{{>CAMPO_RESPUESTA}}
<div class="acc"><button class="sec" name="accion" value="RETIRAR">Retirar la propuesta</button> <a href="/orh/transferencias">Volver</a></div>
</form>
{{/RETIRAR}}{{#CERRADA}}<p>{{#HAY_VINCULO_ID}}<a href="/servidor/{{VINCULO_ID}}/ficha">Ver la ficha</a> · {{/HAY_VINCULO_ID}}<a href="/orh/transferencias">Ver todas las transferencias</a></p>
{{/CERRADA}}{{/UNA}}{{#TODAS}}<p class="lead">Personas que pasan de una entidad a otra.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Responda las propuestas de otras entidades y siga las que usted envió. Para proponer una, abra la ficha de la persona y elija «Transferir a otra entidad». Nadie cambia de entidad sin que las dos ORH estén de acuerdo.</p></details>
<h2>Esperan su respuesta</h2>
{{#HAY_ENTRANTES}}<table class="apila">
<caption class="vh">Propuestas de otras entidades</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">Viene de</th><th scope="col">Desde</th><th scope="col">Propuesta</th></tr></thead>
<tbody>
{{#ENTRANTES}}<tr>
<th scope="row"><a href="/orh/transferencias?propuesta={{ID:url_query_escape}}">Responder<span class="vh"> la propuesta de</span> {{NOMBRE}}</a></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Viene de">{{OTRA}}. {{PUESTO}}</td>
<td data-label="Desde">{{FECHA}}</td>
<td data-label="Propuesta">{{PROPUESTA}}</td>
</tr>
{{/ENTRANTES}}</tbody>
</table>
{{/HAY_ENTRANTES}}{{#NO_ENTRANTES}}<div class="nota"><p>Ninguna entidad le ha propuesto una transferencia.</p></div>
{{/NO_ENTRANTES}}<h2>Las que usted envió</h2>
{{#HAY_SALIENTES}}<table class="apila">
<caption class="vh">Propuestas de su entidad sin responder</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Documento</th><th scope="col">Pasa a</th><th scope="col">Desde</th><th scope="col">Propuesta</th></tr></thead>
<tbody>
{{#SALIENTES}}<tr>
<th scope="row"><a href="/orh/transferencias?propuesta={{ID:url_query_escape}}">Ver o retirar<span class="vh"> la propuesta de</span> {{NOMBRE}}</a></th>
<td data-label="Documento">{{DOCUMENTO}}</td>
<td data-label="Pasa a">{{OTRA}}</td>
<td data-label="Desde">{{FECHA}}</td>
<td data-label="Propuesta">{{PROPUESTA}}</td>
</tr>
{{/SALIENTES}}</tbody>
</table>
{{/HAY_SALIENTES}}{{#NO_SALIENTES}}<div class="nota"><p>No tiene propuestas sin responder.</p></div>
{{/NO_SALIENTES}}{{#HAY_PASADAS}}<h2>Ya resueltas</h2>
<table class="apila">
<caption class="vh">Transferencias resueltas, las más recientes primero</caption>
<thead><tr><th scope="col">Persona</th><th scope="col">Entidad</th><th scope="col">Desde</th><th scope="col">Resultado</th></tr></thead>
<tbody>
{{#PASADAS}}<tr>
<th scope="row">{{#HAY_VINCULO_ID}}<a href="/servidor/{{VINCULO_ID}}/ficha">{{NOMBRE}}</a>{{/HAY_VINCULO_ID}}{{#NO_VINCULO_ID}}{{NOMBRE}}{{/NO_VINCULO_ID}}</th>
<td data-label="Entidad">{{#ENTRANTE}}Venía de {{OTRA}}{{/ENTRANTE}}{{#NO_ENTRANTE}}Pasaba a {{OTRA}}{{/NO_ENTRANTE}}</td>
<td data-label="Desde">{{FECHA}}</td>
<td data-label="Resultado"><span class="est {{ESTADO}}">{{ESTADO:x-palabra}}</span> <span class="hint">{{RESUELTA}}{{#HAY_RESPUESTA}}. {{RESPUESTA}}{{/HAY_RESPUESTA}}</span></td>
</tr>
{{/PASADAS}}</tbody>
</table>
{{/HAY_PASADAS}}{{/TODAS}}
